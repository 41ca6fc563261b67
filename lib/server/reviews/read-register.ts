import { type RegisterRow, registerState } from "../../core/review/exception-register";
import { answerBrief } from "../../core/walk/answer-words";
import type { Actor } from "../access/roles";
import { findAssessment } from "../assessments/find-assessment";
import { answerOf } from "../assessments/read-assessment";
import { storedQuestionnaire } from "../content/questionnaire-store";
import { namesOf } from "../people/names-of";
import { isoDay, today } from "../platform/clock";
import type { ScopedDb } from "../platform/database/client";

const GONE = "a former member";

/** The register of accepted risk: every exception of an assessment as it stands today. */
export type Register = Readonly<{ name: string; state: string; asOf: string; rows: readonly RegisterRow[] }>;

/** @throws Problem not-found */
export async function readRegister(db: ScopedDb, actor: Actor, slug: string): Promise<Register> {
  const assessment = await findAssessment(db, actor, slug);
  const where = { organizationId: assessment.organizationId, assessmentId: assessment.id };
  const exceptions = await db.exception.findMany({ where });
  const answers = await db.answer.findMany({
    where: { ...where, criterion: { in: exceptions.map(({ criterion }) => criterion) } },
  });
  const answerRow = new Map(answers.map((row) => [row.criterion, row]));
  const { questionnaire } = await storedQuestionnaire(db, assessment.questionnaire, assessment.version);
  const people = exceptions.flatMap(({ createdBy, acceptedBy }) => (acceptedBy ? [createdBy, acceptedBy] : createdBy));
  const names = await namesOf(db, people);
  const exceptionOf = new Map(exceptions.map((row) => [row.criterion, row]));
  const asOf = today();
  const rows = questionnaire.pillars.flatMap((pillar) =>
    pillar.topics.flatMap((topic) =>
      topic.criteria.flatMap(({ id, statement }): readonly RegisterRow[] => {
        const row = exceptionOf.get(id);
        if (!row) return [];
        const answer = answerRow.get(id);
        const expires = isoDay(row.expires);
        return [
          {
            ...{ criterion: id, statement, pillar: pillar.title, topic: topic.title },
            answer: answerBrief((answer && answerOf(answer)) ?? null),
            ...{ owner: row.owner, reason: row.reason, risk: row.risk, expires },
            state: registerState({ expires, accepted: row.acceptedBy !== null }, asOf),
            proposedBy: names[row.createdBy] ?? GONE,
            ...(row.acceptedBy ? { acceptedBy: names[row.acceptedBy] ?? GONE } : {}),
            ...(row.acceptedAt ? { acceptedOn: isoDay(row.acceptedAt) } : {}),
          },
        ];
      }),
    ),
  );
  return { name: assessment.name, state: assessment.state, asOf, rows };
}
