import { placeLink } from "../../core/notices/place-link";
import type { AssignmentView } from "../../core/walk/assignment";
import type { WalkPerson } from "../../core/walk/walk-person";
import type { Actor } from "../access/roles";
import { findAssessment } from "../assessments/find-assessment";
import { listPeople } from "../assessments/list-people";
import { placeTitles } from "../content/place-titles";
import { storedQuestionnaire } from "../content/questionnaire-store";
import { namesOf } from "../people/names-of";
import type { ScopedDb } from "../platform/database/client";
import { readAssignments } from "./assignment-row";

/** An assignment as its page shows it. */
export type AssignmentLine = AssignmentView &
  Readonly<{ title: string; href: string; personName: string | null; askedByName: string | null }>;

/** What may be asked of people, and of whom. */
export type AssignmentsRead = Readonly<{
  name: string;
  lines: readonly AssignmentLine[];
  pillars: readonly Readonly<{
    id: string;
    title: string;
    topics: readonly Readonly<{ id: string; title: string }>[];
  }>[];
  people: readonly WalkPerson[];
}>;

/**
 * Everything that is or was asked of people in an assessment, by person, what is due first, first.
 * @throws Problem not-found
 */
export async function listAll(db: ScopedDb, actor: Actor, slug: string): Promise<AssignmentsRead> {
  const { organizationId, id: assessmentId, name, questionnaire, version } = await findAssessment(db, actor, slug);
  const rows = await readAssignments(db, { organizationId, assessmentId });
  const names = await namesOf(
    db,
    rows.flatMap(({ person, askedBy }) => [person, askedBy ?? []].flat()),
  );
  const titleOf = await placeTitles(db, questionnaire, version);
  const { questionnaire: content } = await storedQuestionnaire(db, questionnaire, version);
  const lines = rows.map((row) => ({
    ...row,
    title: titleOf(row.place),
    href: placeLink(actor.organizationSlug, slug, row.place),
    personName: names[row.person] ?? null,
    askedByName: row.askedBy ? (names[row.askedBy] ?? null) : null,
  }));
  const key = (line: AssignmentLine) => `${line.state === "open" ? 0 : 1} ${line.personName} ${line.due ?? "9"}`;
  return {
    name,
    lines: lines.sort((a, b) => (key(a) < key(b) ? -1 : 1)),
    pillars: content.pillars.map(({ id, title, topics }) => ({
      ...{ id, title },
      topics: topics.map((topic) => ({ id: topic.id, title: topic.title })),
    })),
    people: await listPeople(db, actor, slug),
  };
}
