import { z } from "zod";
import type { DashboardInput, PastScore } from "../../core/dashboard/dashboard-input";
import type { Score } from "../../core/scoring/types";
import type { Actor } from "../access/roles";
import { namesOf } from "../people/names-of";
import { isoDay, today } from "../platform/clock";
import type { ScopedDb } from "../platform/database/client";
import { type AssessmentState, readAssessment } from "./read-assessment";
import { readCorrected } from "./read-corrected";
import { readSnapshotState } from "./read-snapshot-state";

/** An assessment with its snapshots: all that dashboard and explanations are computed from. */
export type DashboardState = AssessmentState &
  Readonly<{
    today: string;
    snapshots: readonly PastScore[];
    against: DashboardInput["against"];
    /** Of the snapshot that approves this round, where the assessment is approved. */
    approval?: Readonly<{ by?: string; on: string; hash: string; self: boolean }>;
  }>;

type Ask = Readonly<{
  slug: string;
  /** Day YYYY-MM-DD on which evidence is judged; today when absent. */
  asOf?: string;
  /** Id of the snapshot to compare with; the last earlier one when absent. */
  against?: string;
}>;

const scoreSchema: z.ZodType<Score> = z.object({
  low: z.number(),
  high: z.number(),
  verified: z.number(),
  stage: z.string(),
  stageHigh: z.string(),
  stageVerified: z.string(),
});
const noScore = z.unknown().transform(() => null);
/** What the dashboard needs of a snapshot's scores. */
const pastSchema = z.object({
  overall: scoreSchema.or(noScore),
  /** Null where none has a score. */
  pillars: z.array(z.intersection(z.object({ id: z.string() }), scoreSchema)).nullable(),
});

type SnapshotRow = Readonly<{
  id: string;
  day: string;
  label: string;
  hash: string;
  takenBy: string;
  takenOn: string;
  approvedRound: number | null;
  selfApproved: boolean;
  overall: unknown;
  pillars: unknown;
  /** Whether anything in the assessment was corrected. */
  corrected: boolean;
}>;

/**
 * Reads an assessment, the scores of its snapshots up to the as-of day, and of the one that is compared with the answers.
 * @throws Problem not-found
 */
export async function readDashboard(db: ScopedDb, actor: Actor, { slug, asOf, against }: Ask): Promise<DashboardState> {
  const state = await readAssessment(db, actor, slug, asOf);
  const { organizationId, id: assessmentId, state: progress, round } = state.assessment;
  // Raw, so that neither the file nor the topics' scores, which are nearly all of a snapshot, leave the database.
  const rows = await db.$queryRaw<SnapshotRow[]>`
    SELECT id, to_char(as_of, 'YYYY-MM-DD') AS day, label, hash, taken_by AS "takenBy",
      to_char(taken_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "takenOn", approved_round AS "approvedRound", self_approved AS "selfApproved", scores->'overall' AS overall,
      (SELECT jsonb_agg(pillar - 'topics') FROM jsonb_array_elements(scores->'pillars') AS pillar) AS pillars,
      EXISTS (SELECT FROM answer_corrections WHERE organization_id = ${organizationId}::uuid AND assessment_id = ${assessmentId}::uuid) AS corrected
    FROM snapshots
    WHERE organization_id = ${organizationId}::uuid AND assessment_id = ${assessmentId}::uuid
      AND as_of <= ${state.claims.asOf}::date
    ORDER BY as_of, taken_at`;
  const snapshots = rows.map(pastScore);
  const approved = progress === "approved" ? rows.find(({ approvedRound }) => approvedRound === round) : undefined;
  // What is approved is its own snapshot: it is compared with the one before.
  const earlier = snapshots.filter(({ id, day }) => id !== approved?.id && day < state.claims.asOf);
  const past = snapshots.find(({ id }) => id === against) ?? earlier.at(-1);
  const corrected = past && rows.some((row) => row.corrected);
  const names = approved ? await namesOf(db, [approved.takenBy]) : {};
  return {
    ...state,
    today: today(),
    snapshots,
    against: past
      ? {
          past,
          state: await readSnapshotState(db, organizationId, past),
          ...(corrected ? { corrected: await readCorrected(db, { organizationId, assessmentId, from: past.id }) } : {}),
        }
      : null,
    approval: approved && {
      by: names[approved.takenBy],
      on: approved.takenOn,
      hash: approved.hash,
      self: approved.selfApproved,
    },
  };
}

function pastScore({ id, day, label, ...scores }: SnapshotRow): PastScore {
  const { overall, pillars } = pastSchema.parse(scores);
  return { id, day, label, overall, pillars: new Map((pillars ?? []).map((pillar) => [pillar.id, pillar])) };
}

/** What is kept beside one criterion's answer. Days are YYYY-MM-DD. */
export type CriterionRecord = Readonly<{
  changedBy?: string;
  changedAt?: Date;
  note: string;
  exception?: Readonly<{ owner: string; reason: string; risk: string; expires: string }>;
}>;

/** Who answered a criterion and when, the note, and the accepted deviation on it. */
export async function readCriterionRecord(
  db: ScopedDb,
  { assessment, answerRows }: AssessmentState,
  criterion: string,
): Promise<CriterionRecord> {
  const { organizationId, id: assessmentId } = assessment;
  const row = answerRows.get(criterion);
  const names = row ? await namesOf(db, [row.changedBy]) : {};
  const exception = await db.exception.findUnique({
    where: { organizationId_assessmentId_criterion: { organizationId, assessmentId, criterion } },
    select: { owner: true, reason: true, risk: true, expires: true },
  });
  return {
    changedBy: row && names[row.changedBy],
    changedAt: row?.changedAt,
    note: row?.note ?? "",
    exception: exception ? { ...exception, expires: isoDay(exception.expires) } : undefined,
  };
}
