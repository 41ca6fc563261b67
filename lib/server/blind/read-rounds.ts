import { type Agreement, agreementOf, type Pair } from "../../core/blind/agreement";
import { type AskedTopic, askedTopics } from "../../core/said/asked-topics";
import type { Said } from "../../core/said/said";
import type { Answer } from "../../core/scoring/types";
import type { Actor } from "../access/roles";
import { findAssessment } from "../assessments/find-assessment";
import { readAssessment } from "../assessments/read-assessment";
import { storedQuestionnaire } from "../content/questionnaire-store";
import { storedSaid, topicIds } from "../interviews/read-guest-interview";
import { namesOf } from "../people/names-of";
import type { ScopedDb } from "../platform/database/client";
import type { BlindRound } from "../platform/database/generated/client";
import { findRound, partOf } from "./find-round";

/** A round in the list: who, and who has handed in. */
export type RoundRow = Readonly<{
  id: string;
  first: string;
  second: string;
  firstDone: boolean;
  secondDone: boolean;
  /** Whether the reader is one of the two who still answers. */
  mine: boolean;
  topics: number;
  startedAt: string;
}>;

export type Rounds = Readonly<{
  state: string;
  rounds: readonly RoundRow[];
  pillars: readonly Readonly<{ id: string; title: string; topics: number }>[];
}>;

/** The assessment's blind rounds, the newest first. @throws Problem not-found */
export async function readRounds(db: ScopedDb, actor: Actor, slug: string): Promise<Rounds> {
  const assessment = await findAssessment(db, actor, slug);
  const { questionnaire } = await storedQuestionnaire(db, assessment.questionnaire, assessment.version);
  const rows = await db.blindRound.findMany({
    where: { organizationId: assessment.organizationId, assessmentId: assessment.id },
    orderBy: { startedAt: "desc" },
  });
  const names = await namesOf(
    db,
    rows.flatMap(({ first, second }) => [first, second]),
  );
  return {
    state: assessment.state,
    rounds: rows.map((round) => row(round, actor, names)),
    pillars: questionnaire.pillars.map(({ id, title, topics }) => ({ id, title, topics: topics.length })),
  };
}

function row(round: BlindRound, actor: Actor, names: Readonly<Record<string, string>>): RoundRow {
  const part = partOf(round, actor.userId);
  return {
    id: round.id,
    first: names[round.first] ?? "a former member",
    second: names[round.second] ?? "a former member",
    firstDone: round.firstDoneAt !== null,
    secondDone: round.secondDoneAt !== null,
    mine: part !== null && round[`${part}DoneAt`] === null,
    topics: topicIds.parse(round.topics).length,
    startedAt: round.startedAt.toISOString(),
  };
}

/** Two answers side by side, and what the assessment holds. */
export type Difference = Pair &
  Readonly<{
    statement: string;
    /** Pillar and topic. */
    place: string;
    firstNote: string;
    secondNote: string;
    held: Answer | null;
    /** The team's own note beside it. */
    heldNote: string;
    /** Version of the assessment's answer, 0 where there is none. */
    base: number;
  }>;

/** What somebody may see of a round now: their own questions, who is still at it, or both side by side. */
export type RoundView = Readonly<{ row: RoundRow; state: string }> &
  (
    | Readonly<{ stage: "answering"; topics: readonly AskedTopic[]; said: Readonly<Record<string, Said>> }>
    | Readonly<{ stage: "waiting" }>
    | Readonly<{
        stage: "compared";
        agreement: Agreement;
        byPillar: readonly Readonly<{ title: string; agreement: Agreement }>[];
        pairs: readonly Difference[];
      }>
  );

/** Reads a round as far as the actor may: row-level security gives nobody the other's answers before both are in. @throws Problem not-found */
export async function readRound(
  db: ScopedDb,
  actor: Actor,
  place: Readonly<{ slug: string; id: string }>,
): Promise<RoundView> {
  const { assessment, round } = await findRound(db, actor, place);
  const names = await namesOf(db, [round.first, round.second]);
  const common = { row: row(round, actor, names), state: assessment.state };
  const { questionnaire } = await storedQuestionnaire(db, assessment.questionnaire, assessment.version);
  const topics = topicIds.parse(round.topics);
  const rows = await db.blindAnswer.findMany({
    where: { organizationId: actor.organizationId, roundId: round.id },
  });
  if (common.row.mine) {
    const said = Object.fromEntries(
      rows.map(({ criterion, answer, note, sequence }) => [
        criterion,
        { answer: storedSaid.parse(answer), note, sequence },
      ]),
    );
    return { ...common, stage: "answering", topics: askedTopics(questionnaire, topics), said };
  }
  if (!common.row.firstDone || !common.row.secondDone) return { ...common, stage: "waiting" };

  const { claims, answerRows } = await readAssessment(db, actor, place.slug);
  const by = (userId: string) =>
    new Map(rows.filter((one) => one.userId === userId).map((one) => [one.criterion, one]));
  const [first, second] = [by(round.first), by(round.second)];
  const wanted = new Set(topics);
  const pillars = questionnaire.pillars.map(({ title, topics: all }) => ({
    title,
    pairs: all
      .filter((topic) => wanted.has(topic.id))
      .flatMap((topic) => topic.criteria.map((criterion) => ({ ...criterion, place: `${title}, ${topic.short}` })))
      .map(
        ({ id, statement, place: where }): Difference => ({
          criterion: id,
          statement,
          place: where,
          first: storedSaid.parse(first.get(id)?.answer ?? null),
          second: storedSaid.parse(second.get(id)?.answer ?? null),
          firstNote: first.get(id)?.note ?? "",
          secondNote: second.get(id)?.note ?? "",
          held: claims.answers.get(id) ?? null,
          heldNote: answerRows.get(id)?.note ?? "",
          base: answerRows.get(id)?.version ?? 0,
        }),
      ),
  }));
  const pairs = pillars.flatMap((pillar) => pillar.pairs);
  return {
    ...common,
    stage: "compared",
    agreement: agreementOf(pairs),
    byPillar: pillars
      .filter((pillar) => pillar.pairs.length > 0)
      .map((pillar) => ({ title: pillar.title, agreement: agreementOf(pillar.pairs) })),
    pairs,
  };
}
