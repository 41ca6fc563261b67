import { z } from "zod";
import type { Said } from "../../core/interview/said";
import type { Answer } from "../../core/scoring/types";
import { storedQuestionnaire } from "../content/questionnaire-store";
import type { ScopedDb } from "../platform/database/client";
import type { Guest } from "./open-interview";

/** A criterion as somebody without an account sees it. */
export type GuestCriterion = Readonly<{
  id: string;
  stage: string;
  statement: string;
  population?: string;
  unit?: string;
  check: string;
  look: readonly string[];
}>;
export type GuestTopic = Readonly<{
  id: string;
  title: string;
  prompt: string;
  why: string;
  criteria: readonly GuestCriterion[];
}>;

/** An interview as the person on the link sees it: the topics that they were asked about, and what they said of them. */
export type GuestInterview = Readonly<{
  organization: string;
  person: string;
  topics: readonly GuestTopic[];
  said: Readonly<Record<string, Said>>;
  expiresAt: string;
  finished: boolean;
}>;

/** What was said, as it is kept; only this application writes it, from checked input. */
export const storedSaid = z.custom<Answer | null>();

/** Reads one interview and nothing else of its organization. The first look is noted. */
export async function readGuestInterview(
  db: ScopedDb,
  { organizationId, interviewId: id }: Guest,
): Promise<GuestInterview> {
  const interview = await db.interview.findUniqueOrThrow({
    where: { organizationId_id: { organizationId, id } },
    include: { answers: true, assessment: { select: { questionnaire: true, version: true } } },
  });
  if (!interview.openedAt) {
    await db.interview.update({ where: { organizationId_id: { organizationId, id } }, data: { openedAt: new Date() } });
  }
  const { name } = await db.organization.findUniqueOrThrow({ where: { id: organizationId }, select: { name: true } });
  const { questionnaire } = await storedQuestionnaire(
    db,
    interview.assessment.questionnaire,
    interview.assessment.version,
  );
  const wanted = new Set(topicIds.parse(interview.topics));
  const stageTitle = new Map(questionnaire.stages.map((stage) => [stage.id, stage.title]));
  const topics = questionnaire.pillars.flatMap((pillar) => pillar.topics.filter((topic) => wanted.has(topic.id)));
  return {
    organization: name,
    person: interview.person,
    topics: topics.map((topic) => ({
      id: topic.id,
      title: topic.title,
      prompt: topic.prompt,
      why: topic.why,
      criteria: topic.criteria.map(({ id: criterion, stage, statement, population, unit, check, look }) => ({
        id: criterion,
        stage: stageTitle.get(stage) ?? stage,
        statement,
        population,
        unit,
        check,
        look,
      })),
    })),
    said: Object.fromEntries(
      interview.answers.map((row) => [
        row.criterion,
        { answer: storedSaid.parse(row.answer), note: row.note, sequence: row.sequence },
      ]),
    ),
    expiresAt: interview.expiresAt.toISOString(),
    finished: interview.finishedAt !== null,
  };
}

/** The topics of an interview as stored. */
export const topicIds = z.array(z.string());
