import type { Questionnaire } from "../../core/content/types";
import type { PastScore } from "../../core/dashboard/dashboard-input";
import type { ChangedBy } from "../../core/dashboard/dates/changed-criteria";
import type { DateEnd } from "../../core/dashboard/dates/describe-dates";
import type { Answer } from "../../core/scoring/types";
import type { Actor } from "../access/roles";
import { namesOf } from "../people/names-of";
import type { ScopedDb } from "../platform/database/client";
import { readCorrected } from "./read-corrected";
import { type DashboardState, readDashboard } from "./read-dashboard";
import { readSnapshotState } from "./read-snapshot-state";

/** An assessment at two dates; no ends where there is nothing to compare with. */
export type TwoDatesState = Readonly<{
  state: DashboardState;
  ends: Readonly<{
    a: DateEnd;
    b: DateEnd;
    questionnaire: Questionnaire;
    by: ChangedBy;
    corrected: ReadonlyMap<string, Answer>;
  }> | null;
  /** Ids asked for that are no snapshots of this assessment. */
  missing: readonly string[];
}>;

/** "now" beside the ids of snapshots. */
export const NOW = "now";

type Ask = Readonly<{
  slug: string;
  from?: string;
  to?: string;
  /** Day YYYY-MM-DD on which the evidence of now is judged; today when absent. Snapshots after it count as not there. */
  asOf?: string;
}>;

/**
 * Reads two dates of an assessment: snapshots by their id, or now. Without them the last earlier snapshot and now; an id that isn't
 * there is named as missing and else counts as not given. The earlier day comes first whatever was asked.
 * @throws Problem not-found
 */
export async function readTwoDates(db: ScopedDb, actor: Actor, { slug, from, to, asOf }: Ask): Promise<TwoDatesState> {
  const state = await readDashboard(db, actor, { slug, asOf, against: from });
  const past = state.against?.past;
  const known = new Set([NOW, ...state.snapshots.map(({ id }) => id)]);
  const missing = [from, to].filter((id) => id !== undefined && !known.has(id)).map(String);
  if (!past) return { state, ends: null, missing };
  const later = state.snapshots.find(({ id }) => id === to);
  const { organizationId } = state.assessment;
  const first = { ...endOf(past), state: state.against.state };
  const nowEnd: DateEnd = {
    id: NOW,
    day: state.claims.asOf,
    label: "Now",
    state: { model: state.stored.model, claims: state.claims },
  };
  if (!later) return withWho(db, { state, missing, a: first, b: nowEnd, questionnaire: state.stored.questionnaire });
  const [one, two] = [
    { ...first, questionnaire: (await readSnapshotState(db, organizationId, past)).questionnaire },
    await snapshotEnd(db, organizationId, later),
  ];
  const [a, b] = one.day <= two.day ? [one, two] : [two, one];
  return withWho(db, { state, missing, a, b, questionnaire: b.questionnaire });
}

async function snapshotEnd(db: ScopedDb, organizationId: string, past: PastScore) {
  const { questionnaire, ...state } = await readSnapshotState(db, organizationId, past);
  return { ...endOf(past), state, questionnaire };
}

function endOf({ id, day, label }: PastScore): Omit<DateEnd, "state"> {
  return { id, day, label };
}

type Ends = Readonly<{
  state: DashboardState;
  missing: readonly string[];
  a: DateEnd;
  b: DateEnd;
  questionnaire: Questionnaire;
}>;

/** Adds who changed which answer last before the later date, and what was corrected by then. */
async function withWho(db: ScopedDb, { state, missing, a, b, questionnaire }: Ends): Promise<TwoDatesState> {
  const { organizationId, id: assessmentId } = state.assessment;
  // Now has today's answers, whatever the day of its evidence.
  const lastDay = b.id === NOW ? state.today : b.day;
  // Raw, because Prisma reads every version and picks the newest of each in memory.
  const rows = await db.$queryRaw<Readonly<{ criterion: string; changedBy: string; day: string }>[]>`
    SELECT DISTINCT ON (criterion) criterion, changed_by AS "changedBy", to_char(changed_at, 'YYYY-MM-DD') AS day
    FROM answer_revisions
    WHERE organization_id = ${organizationId}::uuid AND assessment_id = ${assessmentId}::uuid
      AND changed_at >= ${a.day}::date AND changed_at < ${lastDay}::date + 1
    ORDER BY criterion, version DESC`;
  const names = await namesOf(db, [...new Set(rows.map(({ changedBy }) => changedBy))]);
  const by = new Map(
    rows.map(
      ({ criterion, changedBy, day }) => [criterion, { name: names[changedBy] ?? "a former member", day }] as const,
    ),
  );
  const until = b.id === NOW ? {} : { to: b.id };
  const corrected = await readCorrected(db, { organizationId, assessmentId, from: a.id, ...until });
  return { state, ends: { a, b, questionnaire, by, corrected }, missing };
}
