import { z } from "zod";
import type { DashboardInput, PastScore } from "../../core/dashboard/dashboard-input";
import type { AssessmentFile } from "../../core/portable/schema";
import { toClaims } from "../../core/portable/to-claims";
import type { State } from "../../core/scoring/change";
import type { Score } from "../../core/scoring/types";
import type { Actor } from "../access/roles";
import { storedQuestionnaire } from "../content/questionnaire-store";
import type { ScopedDb } from "../platform/database/client";
import { type AssessmentState, isoDay, readAssessment } from "./read-assessment";

/** An assessment with its snapshots: all that dashboard and explanations are computed from. */
export type DashboardState = AssessmentState &
  Readonly<{
    snapshots: readonly PastScore[];
    against: DashboardInput["against"];
    /** Of the newest snapshot, where the assessment is approved. */
    approval?: Readonly<{ by?: string; hash: string }>;
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
/** What the dashboard needs of a snapshot's scores; topics are skipped. */
const pastSchema = z.object({
  overall: scoreSchema.or(noScore),
  pillars: z.array(z.intersection(z.object({ id: z.string() }), scoreSchema)),
});

/**
 * Reads an assessment, the scores of its snapshots up to the as-of day, and of the one that is compared with the answers.
 * @throws Problem not-found
 */
export async function readDashboard(db: ScopedDb, actor: Actor, { slug, asOf, against }: Ask): Promise<DashboardState> {
  const state = await readAssessment(db, actor, slug, asOf);
  const { organizationId, id: assessmentId, state: progress } = state.assessment;
  const rows = await db.snapshot.findMany({
    where: { organizationId, assessmentId, asOf: { lte: new Date(state.claims.asOf) } },
    // Not the file: it holds every answer, and only that of one snapshot is needed.
    select: { id: true, asOf: true, label: true, scores: true, hash: true, takenBy: true },
    orderBy: [{ asOf: "asc" }, { takenAt: "asc" }],
  });
  const snapshots = rows.map((row) => pastScore(row));
  const approved = progress === "approved" ? rows.at(-1) : undefined;
  // What is approved is its own newest snapshot: it is compared with the one before.
  const earlier = snapshots.filter(({ id, day }) => id !== approved?.id && day < state.claims.asOf);
  const past = snapshots.find(({ id }) => id === against) ?? earlier.at(-1);
  const approver = approved && (await db.user.findUnique({ where: { id: approved.takenBy }, select: { name: true } }));
  return {
    ...state,
    snapshots,
    against: past ? { past, state: await readPast(db, organizationId, past) } : null,
    approval: approved && { by: approver?.name, hash: approved.hash },
  };
}

async function readPast(db: ScopedDb, organizationId: string, { id, day }: PastScore): Promise<State> {
  const row = await db.snapshot.findUniqueOrThrow({
    where: { organizationId_id: { organizationId, id } },
    select: { file: true },
  });
  const file = z.custom<AssessmentFile>().parse(row.file); // written by us from a checked assessment
  const content = typeof file.questionnaire === "string" ? splitReference(file) : file.questionnaire;
  const { model } = await storedQuestionnaire(db, content.id, content.version);
  return { model, claims: toClaims(file, day) };
}

function splitReference({ questionnaire, version }: AssessmentFile): { id: string; version: string } {
  const [id = "", own = ""] = String(questionnaire).split("@");
  return { id, version: own || (version ?? "") };
}

function pastScore(row: Readonly<{ id: string; asOf: Date; label: string; scores: unknown }>): PastScore {
  const { overall, pillars } = pastSchema.parse(row.scores);
  const byPillar = new Map(pillars.map((pillar) => [pillar.id, pillar]));
  return { id: row.id, day: isoDay(row.asOf), label: row.label, overall, pillars: byPillar };
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
  const person = row && (await db.user.findUnique({ where: { id: row.changedBy }, select: { name: true } }));
  const exception = await db.exception.findUnique({
    where: { organizationId_assessmentId_criterion: { organizationId, assessmentId, criterion } },
    select: { owner: true, reason: true, risk: true, expires: true },
  });
  return {
    changedBy: person?.name,
    changedAt: row?.changedAt,
    note: row?.note ?? "",
    exception: exception ? { ...exception, expires: isoDay(exception.expires) } : undefined,
  };
}
