import type { Actor } from "../access/roles";
import type { ScopedDb } from "../platform/database/client";
import { isOnePersonOrganization } from "./self-acceptance";

/** What the settings page shows of an organization. */
export type OrganizationSettings = Readonly<{
  name: string;
  colour: string | null;
  /** First digits of the logo's hash, so that a new one is loaded anew; null without a logo. */
  logo: string | null;
  selfAcceptance: boolean;
  benchmarkConsent: boolean;
  keepOnDevice: boolean;
  onePerson: boolean;
  /** How many of each would be gone with it. */
  holds: Readonly<{
    assessments: number;
    answers: number;
    evidence: number;
    snapshots: number;
    members: number;
    audit: number;
  }>;
}>;

type Row = Readonly<{
  name: string;
  colour: string | null;
  logo: string | null;
  self_acceptance: boolean;
  benchmark_consent: boolean;
  keep_on_device: boolean;
  assessments: number;
  answers: number;
  evidence: number;
  snapshots: number;
  members: number;
  audit: number;
}>;

/** The organization's own facts; the logo itself isn't read. */
export async function readOrganization(db: ScopedDb, actor: Actor): Promise<OrganizationSettings> {
  // Row-level security confines each count to this organization.
  const [row] = await db.$queryRaw<Row[]>`
    SELECT o.name, o.colour, left(encode(sha256(o.logo), 'hex'), 12) AS logo, o.self_acceptance, o.benchmark_consent, o.keep_on_device,
           (SELECT count(*)::int FROM assessments) AS assessments, (SELECT count(*)::int FROM answers) AS answers,
           (SELECT count(*)::int FROM evidence) AS evidence, (SELECT count(*)::int FROM snapshots) AS snapshots,
           (SELECT count(*)::int FROM memberships) AS members, (SELECT count(*)::int FROM audit_entries) AS audit
      FROM organizations o WHERE o.id = ${actor.organizationId}::uuid`;
  if (!row) throw new Error("the actor's organization is gone");
  const { name, colour, logo, self_acceptance: selfAcceptance, benchmark_consent: benchmarkConsent, ...others } = row;
  const { keep_on_device: keepOnDevice, ...holds } = others;
  return {
    name,
    colour,
    logo,
    selfAcceptance,
    benchmarkConsent,
    keepOnDevice,
    onePerson: await isOnePersonOrganization(db, actor.organizationId),
    holds,
  };
}
