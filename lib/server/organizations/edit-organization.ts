import { z } from "zod";
import { contrastWithWhite } from "../../core/marks/contrast";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import type { ScopedDb } from "../platform/database/client";
import { Problem } from "../platform/problem";
import { isOnePersonOrganization } from "./self-acceptance";
import { organizationName } from "./slug";

/** Large type and lines of a report must be seen on white paper. Source: WCAG 2.2, 1.4.11. */
const LEAST_CONTRAST = 3;

const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, "Enter a colour as #rrggbb, such as #1f4e79.")
  .toLowerCase()
  .refine(
    (value) => contrastWithWhite(value) >= LEAST_CONTRAST,
    "Too light to be read on white paper. Choose a darker one.",
  );

export const editOrganizationSchema = z
  .strictObject({
    name: organizationName.optional(),
    /** null for the colour of the house. */
    colour: colour.nullable().optional(),
    selfAcceptance: z.boolean().optional(),
    benchmarkConsent: z.boolean().optional(),
    keepOnDevice: z.boolean().optional(),
  })
  .refine((change) => Object.keys(change).length > 0, "Nothing to change was sent.");

/**
 * Changes name, report colour, whether who answers may accept, whether its level counts in the benchmark, or whether devices keep
 * what isn't sent; its part of the address stays.
 * @throws Problem conflict when a second person makes self-acceptance needless
 */
export async function editOrganization(
  db: ScopedDb,
  actor: Actor,
  change: z.output<typeof editOrganizationSchema>,
  audit: (note: AuditNote) => void,
): Promise<null> {
  const { organizationId: id } = actor;
  if (change.selfAcceptance === true && !(await isOnePersonOrganization(db, id))) {
    throw new Problem(
      "conflict",
      "There is somebody else here who can review. Nobody accepts what they answered themselves.",
    );
  }
  const fields = FIELDS.filter((field) => change[field] !== undefined);
  const before = await db.organization.findUniqueOrThrow({
    where: { id },
    select: { name: true, colour: true, selfAcceptance: true, benchmarkConsent: true, keepOnDevice: true },
  });
  await db.organization.update({ where: { id }, data: change });
  const only = (values: typeof change) => Object.fromEntries(fields.map((field) => [field, values[field]]));
  audit({
    action: "organization.edit",
    object: `organization/${id}`,
    facts: {
      fields,
      ...(change.selfAcceptance === undefined ? {} : { selfAcceptance: change.selfAcceptance }),
      ...(change.benchmarkConsent === undefined ? {} : { benchmarkConsent: change.benchmarkConsent }),
      ...(change.keepOnDevice === undefined ? {} : { keepOnDevice: change.keepOnDevice }),
    },
    values: { before: only(before), after: only(change) },
  });
  return null;
}

const FIELDS = ["name", "colour", "selfAcceptance", "benchmarkConsent", "keepOnDevice"] as const;
