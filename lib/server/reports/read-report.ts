import { z } from "zod";
import type { AssessmentFile } from "../../core/portable/schema";
import { toClaims } from "../../core/portable/to-claims";
import type { Provenance, ReportInput, ReportSnapshot } from "../../core/reports/input";
import type { Actor } from "../access/roles";
import { findAssessment } from "../assessments/find-assessment";
import { readCorrected } from "../assessments/read-corrected";
import { loadFrameworks } from "../content/load-questionnaires";
import { namesOf } from "../people/names-of";
import { isoDay } from "../platform/clock";
import type { ScopedDb } from "../platform/database/client";
import type { Assessment } from "../platform/database/generated/client";
import { notFound } from "../platform/problem";
import { reportDecisions } from "./report-decisions";
import { reportFromFile } from "./report-from-file";
import { reportFromNow } from "./report-from-now";
import type { ReportState } from "./report-state";

/** A report's input, and what is drawn beside it. */
export type ReportSource = Readonly<{
  input: ReportInput;
  logo: Uint8Array | undefined;
  assessmentId: string;
}>;

type Ask = Readonly<{
  slug: string;
  /** Id of a snapshot; what stands now without it. */
  snapshot?: string;
}>;

/**
 * Reads everything that the report of an assessment is written from, as it is now or as a snapshot kept it.
 * @throws Problem not-found
 */
export async function readReport(db: ScopedDb, actor: Actor, { slug, snapshot: id }: Ask): Promise<ReportSource> {
  const assessment = await findAssessment(db, actor, slug);
  const rows = await snapshotRows(db, assessment);
  const chosen = id === undefined ? undefined : rows.find((row) => row.id === id);
  if (id !== undefined && !chosen) throw notFound("The snapshot");
  const state = chosen
    ? await reportFromFile(db, assessment, { file: await readFile(db, assessment, chosen.id), day: chosen.day })
    : await reportFromNow(db, actor, slug);
  const organization = await db.organization.findUniqueOrThrow({ where: { id: assessment.organizationId } });
  return {
    assessmentId: assessment.id,
    logo: organization.logo ?? undefined,
    input: {
      ...state,
      organization: {
        name: organization.name,
        sample: organization.sample,
        ...(organization.logo ? { logo: "logo.png" } : {}),
        ...(organization.colour ? { colour: organization.colour } : {}),
      },
      assessment: { name: assessment.name, scope: assessment.scope, state: stateOf(assessment.state) },
      provenance: await provenanceOf(db, assessment, { rows, chosen }),
      decisions: await reportDecisions(db, assessment, chosen?.takenAt),
      snapshots: await earlierSnapshots(db, assessment, { rows, chosen, state }),
      frameworks: loadFrameworks(),
      generatedAt: new Date().toISOString(),
      timeZone: "UTC",
    },
  };
}

type SnapshotRow = Readonly<{
  id: string;
  day: string;
  label: string;
  hash: string;
  takenBy: string;
  takenAt: Date;
  approvedRound: number | null;
  selfApproved: boolean;
  scores: z.output<typeof scoresSchema>;
}>;

const level = z.object({ low: z.number() });
const scoresSchema = z.object({
  overall: level.nullable(),
  pillars: z.array(level.extend({ id: z.string() })),
});

/** All snapshots, the oldest first, without their files. */
async function snapshotRows(db: ScopedDb, { organizationId, id }: Assessment): Promise<readonly SnapshotRow[]> {
  const rows = await db.snapshot.findMany({
    where: { organizationId, assessmentId: id },
    omit: { file: true },
    orderBy: [{ asOf: "asc" }, { takenAt: "asc" }],
  });
  return rows.map(({ asOf, scores, ...row }) => ({ ...row, day: isoDay(asOf), scores: scoresSchema.parse(scores) }));
}

/** The file of one snapshot. */
async function readFile(db: ScopedDb, { organizationId }: Assessment, id: string): Promise<AssessmentFile> {
  const row = await db.snapshot.findUniqueOrThrow({
    where: { organizationId_id: { organizationId, id } },
    select: { file: true },
  });
  return z.custom<AssessmentFile>().parse(row.file); // written by us from a checked assessment
}

/** Only what is approved loses the word "Draft": a snapshot that is an approval, or what stands now in an approved assessment. */
async function provenanceOf(
  db: ScopedDb,
  assessment: Assessment,
  { rows, chosen }: Readonly<{ rows: readonly SnapshotRow[]; chosen: SnapshotRow | undefined }>,
): Promise<Provenance> {
  const ofRound = rows.find(({ approvedRound }) => approvedRound === assessment.round);
  const approval = chosen ?? (assessment.state === "approved" ? ofRound : undefined);
  if (!approval || approval.approvedRound === null) return { kind: "draft" };
  const { takenBy, takenAt, hash, selfApproved } = approval;
  const by = (await namesOf(db, [takenBy]))[takenBy] ?? "a former member";
  return { kind: "approved", by, on: isoDay(takenAt), hash, ...(selfApproved ? { self: true } : {}) };
}

/** Snapshots before the report's day; the last one with what was said then, so that the change can be split by cause. */
async function earlierSnapshots(
  db: ScopedDb,
  assessment: Assessment,
  { rows, chosen, state }: Readonly<{ rows: readonly SnapshotRow[]; chosen?: SnapshotRow; state: ReportState }>,
): Promise<readonly ReportSnapshot[]> {
  const earlier = rows.filter(({ day }) => day < state.claims.asOf);
  const last = earlier.at(-1);
  const file = last && (await readFile(db, assessment, last.id));
  const version = typeof file?.questionnaire === "object" ? file.questionnaire.version : undefined;
  const same = version === state.questionnaire.version;
  const { organizationId, id: assessmentId } = assessment;
  const corrected =
    last && same ? await readCorrected(db, { organizationId, assessmentId, from: last.id, to: chosen?.id }) : undefined;
  return earlier.map(({ id, label, day, scores }) => ({
    label,
    asOf: day,
    level: scores.overall?.low ?? null,
    pillars: Object.fromEntries(scores.pillars.map((pillar) => [pillar.id, pillar.low])),
    ...(file && same && id === last.id ? { claims: toClaims(file, day), corrected } : {}),
  }));
}

function stateOf(state: string): ReportInput["assessment"]["state"] {
  return state === "approved" || state === "in-review" ? state : "draft";
}
