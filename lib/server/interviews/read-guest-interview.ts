import { z } from "zod";
import type { Keeping } from "../../core/device/keeping";
import { type AskedTopic, askedTopics } from "../../core/said/asked-topics";
import type { Said } from "../../core/said/said";
import type { Answer } from "../../core/scoring/types";
import { storedQuestionnaire } from "../content/questionnaire-store";
import { readKeeping } from "../organizations/read-keeping";
import type { ScopedDb } from "../platform/database/client";
import type { Guest } from "./open-interview";

/** An interview as the person on the link sees it: the topics that they were asked about, and what they said of them. */
export type GuestInterview = Readonly<{
  organization: string;
  keeping: Keeping;
  person: string;
  topics: readonly AskedTopic[];
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
  return {
    organization: name,
    keeping: await readKeeping(db, organizationId),
    person: interview.person,
    topics: askedTopics(questionnaire, topicIds.parse(interview.topics)),
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
