import type { Questionnaire } from "../../core/content/types";
import type { PastScore } from "../../core/dashboard/dashboard-input";
import type { ChangedBy } from "../../core/dashboard/dates/changed-criteria";
import type { DateEnd } from "../../core/dashboard/dates/describe-dates";
import type { Actor } from "../access/roles";
import { namesOf } from "../people/names-of";
import type { ScopedDb } from "../platform/database/client";
import { type DashboardState, readDashboard } from "./read-dashboard";
import { readSnapshotState } from "./read-snapshot-state";

/** An assessment at two dates; no ends where there is nothing to compare with. */
export type TwoDatesState = Readonly<{
  state: DashboardState;
  ends: Readonly<{ a: DateEnd; b: DateEnd; questionnaire: Questionnaire; by: ChangedBy }> | null;
}>;

/** "now" beside the ids of snapshots. */
export const NOW = "now";

type Ask = Readonly<{ slug: string; from?: string; to?: string }>;

/**
 * Reads two dates of an assessment: snapshots by their id, or now. Without them the last earlier snapshot and now; an id that isn't
 * there counts as not given, and the earlier day comes first whatever was asked.
 * @throws Problem not-found
 */
export async function readTwoDates(db: ScopedDb, actor: Actor, { slug, from, to }: Ask): Promise<TwoDatesState> {
  const state = await readDashboard(db, actor, { slug, against: from });
  const past = state.against?.past;
  if (!past) return { state, ends: null };
  const later = state.snapshots.find(({ id }) => id === to);
  const { organizationId } = state.assessment;
  const first = { ...endOf(past), state: state.against.state };
  const nowEnd: DateEnd = {
    id: NOW,
    day: state.claims.asOf,
    label: "Now",
    state: { model: state.stored.model, claims: state.claims },
  };
  if (!later) return withWho(db, { state, a: first, b: nowEnd, questionnaire: state.stored.questionnaire });
  const [one, two] = [
    { ...first, questionnaire: (await readSnapshotState(db, organizationId, past)).questionnaire },
    await snapshotEnd(db, organizationId, later),
  ];
  const [a, b] = one.day <= two.day ? [one, two] : [two, one];
  return withWho(db, { state, a, b, questionnaire: b.questionnaire });
}

async function snapshotEnd(db: ScopedDb, organizationId: string, past: PastScore) {
  const { questionnaire, ...state } = await readSnapshotState(db, organizationId, past);
  return { ...endOf(past), state, questionnaire };
}

function endOf({ id, day, label }: PastScore): Omit<DateEnd, "state"> {
  return { id, day, label };
}

type Ends = Readonly<{ state: DashboardState; a: DateEnd; b: DateEnd; questionnaire: Questionnaire }>;

/** Adds who changed which answer last before the later day ended. */
async function withWho(db: ScopedDb, { state, a, b, questionnaire }: Ends): Promise<TwoDatesState> {
  const { organizationId, id: assessmentId } = state.assessment;
  // Raw, because Prisma reads every version and picks the newest of each in memory.
  const rows = await db.$queryRaw<Readonly<{ criterion: string; changedBy: string; day: string }>[]>`
    SELECT DISTINCT ON (criterion) criterion, changed_by AS "changedBy", to_char(changed_at, 'YYYY-MM-DD') AS day
    FROM answer_revisions
    WHERE organization_id = ${organizationId}::uuid AND assessment_id = ${assessmentId}::uuid
      AND changed_at >= ${a.day}::date AND changed_at < ${b.day}::date + 1
    ORDER BY criterion, version DESC`;
  const names = await namesOf(db, [...new Set(rows.map(({ changedBy }) => changedBy))]);
  const by = new Map(
    rows.map(
      ({ criterion, changedBy, day }) => [criterion, { name: names[changedBy] ?? "a former member", day }] as const,
    ),
  );
  return { state, ends: { a, b, questionnaire, by } };
}
