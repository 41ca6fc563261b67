import { type Comparison, compareSaid } from "../../core/interview/take-over";
import { type Asked, whoCanAnswer } from "../../core/interview/who-can-answer";
import type { Actor } from "../access/roles";
import { readAssessment } from "../assessments/read-assessment";
import type { ScopedDb } from "../platform/database/client";
import { storedSaid, topicIds } from "./read-guest-interview";

/** One person's interview as the team sees it. Moments are ISO. */
export type InterviewRow = Readonly<{
  id: string;
  person: string;
  state: "waiting" | "opened" | "finished" | "ended";
  topics: readonly string[];
  /** Criteria asked, and how many of them were answered. */
  asked: number;
  answered: number;
  expiresAt: string;
  comparison: readonly Comparison[];
}>;

export type Interviews = Readonly<{
  name: string;
  state: string;
  groups: readonly Asked[];
  interviews: readonly InterviewRow[];
  /** Statement by criterion, of all that was said. */
  statements: Readonly<Record<string, string>>;
}>;

/** The assessment's interviews, the newest first, each held against the assessment; and who could be asked what. @throws Problem not-found */
export async function readInterviews(db: ScopedDb, actor: Actor, slug: string): Promise<Interviews> {
  const { assessment, stored, claims, answerRows } = await readAssessment(db, actor, slug);
  const rows = await db.interview.findMany({
    where: { organizationId: assessment.organizationId, assessmentId: assessment.id },
    orderBy: { createdAt: "desc" },
    include: { answers: true },
  });
  const topics = stored.questionnaire.pillars.flatMap((pillar) => pillar.topics);
  const held = new Map(
    [...answerRows].map(([criterion, { version, note }]) => [
      criterion,
      { answer: claims.answers.get(criterion) ?? null, note, version },
    ]),
  );
  const conditions = new Map(topics.map((topic) => [topic.id, topic.condition]));
  const statements: Record<string, string> = {};
  const interviews = rows.map((row): InterviewRow => {
    const wanted = new Set(topicIds.parse(row.topics));
    const asked = topics.filter((topic) => wanted.has(topic.id));
    const criteria = asked.flatMap((topic) => topic.criteria);
    const said = new Map(
      row.answers.map((one) => [
        one.criterion,
        { answer: storedSaid.parse(one.answer), note: one.note, sequence: one.sequence },
      ]),
    );
    const comparison = compareSaid(
      criteria.map(({ id }) => id),
      said,
      held,
    );
    for (const { criterion } of comparison) {
      statements[criterion] = criteria.find(({ id }) => id === criterion)?.statement ?? criterion;
    }
    return {
      id: row.id,
      person: row.person,
      state: stateOf(row),
      topics: asked.map(({ title }) => title),
      asked: criteria.length,
      answered: comparison.length,
      expiresAt: row.expiresAt.toISOString(),
      comparison,
    };
  });
  return {
    name: assessment.name,
    state: assessment.state,
    groups: whoCanAnswer(
      stored.questionnaire.pillars,
      (criterion) => (claims.answers.get(criterion)?.status ?? "unknown") === "unknown",
      (topic) => {
        const condition = conditions.get(topic);
        return condition === undefined || claims.profile[condition] !== false;
      },
    ),
    interviews,
    statements,
  };
}

function stateOf(
  row: Readonly<{ openedAt: Date | null; finishedAt: Date | null; revokedAt: Date | null; expiresAt: Date }>,
) {
  if (row.finishedAt) return "finished";
  if (row.revokedAt || row.expiresAt <= new Date()) return "ended";
  return row.openedAt ? "opened" : "waiting";
}
