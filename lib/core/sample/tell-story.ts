import { addMonths, dayNumber, dayOf } from "../charts/time-scale";
import type { Pillar, Questionnaire } from "../content/types";
import type { Answer } from "../scoring/types";
import type { SampleAnswer, SampleEvidence, SampleHead, SamplePillar, SampleTopic } from "./schema";
import type { SampleStory, StoryAnswer, StoryEvidence, StoryException } from "./types";

/** The working days of a round: three weeks from a Monday on. */
const WORKDAYS = [0, 1, 2, 3, 4, 7, 8, 9, 10, 11, 14, 15, 16, 17, 18] as const;
/** Pillars begin some days after one another, so that a round has no day on which everybody answers. */
const DAYS_BETWEEN_PILLARS = 2;
const FIRST_MINUTE = 8 * 60 + 5;
const MINUTES_BETWEEN_ANSWERS = 6;
const PERCENT = 100;

/**
 * Puts the sample's files together to one story.
 *
 * @param pillars by pillar id
 * @throws Error for a topic, criterion, initiative or round that doesn't exist, is missing, or holds more than it may
 */
export function tellStory(
  head: SampleHead,
  pillars: ReadonlyMap<string, SamplePillar>,
  questionnaire: Questionnaire,
): SampleStory {
  const topics = questionnaire.pillars.flatMap((pillar, order) => topicsOf(pillar, order, pillars.get(pillar.id)));
  const known = new Set(questionnaire.initiatives.map(({ id }) => id));
  for (const id of Object.keys(head.plan.items)) if (!known.has(id)) throw new Error(`no initiative is called ${id}`);
  const answers = topics.flatMap((placed) => answersOf(placed, head));
  return {
    organization: head.organization,
    questionnaire: { id: questionnaire.id, version: questionnaire.version },
    today: head.today,
    assessment: head.assessment,
    answers: answers.sort((a, b) => (a.day === b.day ? a.minute - b.minute : a.day < b.day ? -1 : 1)),
    evidence: topics.flatMap(evidenceOf),
    exceptions: topics.flatMap(exceptionsOf),
    snapshots: head.rounds.flatMap(({ snapshot }) => snapshot ?? []),
    reviewer: head.reviewer,
    owner: head.owner,
    plan: {
      ...head.plan,
      items: Object.entries(head.plan.items).map(([initiative, item]) => ({ initiative, ...item })),
    },
  };
}

type PlacedTopic = Readonly<{ id: string; topic: SampleTopic; criteria: readonly string[]; workday: number }>;

function topicsOf(pillar: Pillar, order: number, file: SamplePillar | undefined): readonly PlacedTopic[] {
  const placed = pillar.topics.flatMap(({ id, criteria }, index): readonly PlacedTopic[] => {
    const topic = file?.[lastPart(id)];
    if (!topic) return [];
    const names = criteria.map((criterion) => lastPart(criterion.id));
    for (const part of [topic.answers, topic.notes, topic.notApplicable, topic.exceptions, topic.evidence]) {
      for (const name of Object.keys(part)) if (!names.includes(name)) throw new Error(`${id} has no ${name}`);
    }
    for (const name of names) if (!topic.answers[name]) throw new Error(`${id}.${name} has no row of answers`);
    return [{ id, topic, criteria: names, workday: (index + DAYS_BETWEEN_PILLARS * order) % WORKDAYS.length }];
  });
  const told = new Set(placed.map(({ id }) => lastPart(id)));
  for (const name of Object.keys(file ?? {})) {
    if (!told.has(name)) throw new Error(`pillar ${pillar.id} has no topic ${name}`);
  }
  return placed;
}

/** Versions of every answer of a topic: one for each round in which it became another. */
function answersOf({ id, topic, criteria, workday }: PlacedTopic, { rounds }: SampleHead): readonly StoryAnswer[] {
  return criteria.flatMap((name, index): readonly StoryAnswer[] => {
    const row = topic.answers[name] ?? [];
    if (row.length !== rounds.length)
      throw new Error(`${id}.${name} has ${row.length} answers for ${rounds.length} rounds`);
    const versions = rounds.flatMap(({ begins }, round) => {
      const said = row[round] ?? null;
      const before = round === 0 ? null : (row[round - 1] ?? null);
      if (said === null && before !== null) throw new Error(`${id}.${name} can't become unanswered`);
      // A note is of the last round, even where the answer stays.
      const note = round === rounds.length - 1 ? topic.notes[name] : undefined;
      if (said === null && note !== undefined) throw new Error(`${id}.${name} has a note without an answer`);
      if (said === null || (said === before && note === undefined)) return [];
      const day = dayOf(dayNumber(begins) + (WORKDAYS[workday] ?? 0));
      return [{ day, answer: readAnswer(said, topic, name), note }];
    });
    return versions.map(({ day, answer, note }) => ({
      criterion: `${id}.${name}`,
      day,
      minute: FIRST_MINUTE + index * MINUTES_BETWEEN_ANSWERS + workday,
      by: typeof note === "object" ? note.by : topic.by,
      answer,
      note: typeof note === "object" ? note.says : (note ?? ""),
    }));
  });
}

function readAnswer(said: NonNullable<SampleAnswer>, topic: SampleTopic, name: string): Answer {
  switch (said) {
    case "met":
    case "not-met":
    case "unknown":
      return { status: said };
    case "n/a": {
      const reasoned = topic.notApplicable[name];
      if (!reasoned) throw new Error(`${name} is not applicable without a reason`);
      return { status: "not-applicable", ...reasoned };
    }
    default:
      return { status: "partly", ...readShare(said) };
  }
}

/** "59 %" and "1108/1204" as a coverage in [0, 1], with its count where it has one. */
function readShare(share: string): { coverage: number; count?: number; population?: number } {
  const [count, population] = share.split("/").map(Number);
  if (count !== undefined && population !== undefined) return { coverage: count / population, count, population };
  // Back through the digits, so that 98.7 % is 0.987 and not the nearest product.
  return { coverage: Number((Number(share.replace(" %", "")) / PERCENT).toFixed(4)) };
}

function evidenceOf({ id, topic }: PlacedTopic): readonly StoryEvidence[] {
  return Object.entries(topic.evidence).flatMap(([name, items]) =>
    items.flatMap((item) =>
      item.dates.map((date, index): StoryEvidence => {
        const { title, source, verdict, accepted, dismissed, months } = item;
        return {
          criterion: `${id}.${name}`,
          title,
          date,
          ...(months === undefined ? {} : { expires: addMonths(date, months) }),
          ...(source === undefined ? {} : { source }),
          verdict,
          ...measured(item, index, `${id}.${name}`),
          accepted,
          ...(dismissed === undefined ? {} : { dismissed }),
          by: topic.by,
          ...(source === undefined
            ? ({ kind: "attestation", method: "examine" } as const)
            : ({ kind: "scan" } as const)),
        };
      }),
    ),
  );
}

function measured({ measures, dates }: SampleEvidence, index: number, where: string): { coverage?: number } {
  if (measures === undefined) return {};
  if (typeof measures === "string") return { coverage: readShare(measures).coverage };
  const share = measures[index];
  if (share === undefined || measures.length !== dates.length) throw new Error(`${where} measures not on each day`);
  return { coverage: readShare(share).coverage };
}

function exceptionsOf({ id, topic }: PlacedTopic): readonly StoryException[] {
  return Object.entries(topic.exceptions).map(([name, exception]) => ({ criterion: `${id}.${name}`, ...exception }));
}

function lastPart(id: string): string {
  return id.slice(id.lastIndexOf(".") + 1);
}
