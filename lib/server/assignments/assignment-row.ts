import type { AssignmentView } from "../../core/walk/assignment";
import { isoDay } from "../platform/clock";
import type { ScopedDb } from "../platform/database/client";
import type { Assignment } from "../platform/database/generated/client";

/** An assignment as clients get it. */
export function assignmentView(row: Assignment): AssignmentView {
  const { userId, pillar, topic, state, due, askedBy, note } = row;
  return {
    person: userId,
    place: topic === "*" ? pillar : topic,
    state: state as AssignmentView["state"], // the column's check allows no other
    ...(due ? { due: isoDay(due) } : {}),
    ...(askedBy ? { askedBy } : {}),
    note,
  };
}

/** Where a place stands in the table. */
export function keyOf(place: string): Readonly<{ pillar: string; topic: string }> {
  const isTopic = place.includes(".");
  return { pillar: isTopic ? (place.split(".")[0] ?? "") : place, topic: isTopic ? place : "*" };
}

/** Everything that was ever asked of people in an assessment, in the order in which it was. */
export async function readAssignments(
  db: ScopedDb,
  where: Readonly<{ organizationId: string; assessmentId: string }>,
): Promise<readonly AssignmentView[]> {
  const rows = await db.assignment.findMany({ where, orderBy: [{ createdAt: "asc" }, { topic: "asc" }] });
  return rows.map(assignmentView);
}
