import { EVIDENCE_KINDS } from "../evidence/kinds";
import type { AnswerStatus } from "../scoring/types";
import type { Moment, StoredAnswer } from "./entry";
import type { EvidenceView } from "./evidence-view";
import type { OutlineCriterion, OutlineTopic, WalkOutline } from "./outline";
import type { WalkData } from "./walk-data";

/**
 * The walk's data as one text of a third of the size: ids of criteria, people and stages become places in lists. A page
 * sends it as a single string, which costs server and browser a fraction of thousands of objects.
 */
export function packWalk(data: WalkData): string {
  const criteria = criteriaOf(data.outline);
  const criterionAt = placeIn(criteria);
  const people: string[] = [];
  const personAt = growing(people);
  const stages = data.outline.stages.map(({ id }) => id);
  const packed: Packed = {
    rest: { ...data, outline: { ...data.outline, pillars: [] }, answers: [], evidence: [] },
    pillars: data.outline.pillars.map(({ topics, ...pillar }) => ({
      pillar,
      topics: topics.map((topic) => packTopic(topic, stages)),
    })),
    answers: data.answers.map((answer) => packAnswer(answer, criterionAt, personAt)),
    evidence: data.evidence.map((item) => packEvidence(item, criterionAt, personAt)),
    people,
  };
  return JSON.stringify(packed);
}

/** Reads what `packWalk` wrote. @throws SyntaxError or TypeError for anything else */
export function unpackWalk(text: string): WalkData {
  const packed = JSON.parse(text) as Packed; // written by packWalk for this very page
  const { rest, people } = packed;
  const stages = rest.outline.stages.map(({ id }) => id);
  const outline: WalkOutline = {
    ...rest.outline,
    pillars: packed.pillars.map(({ pillar, topics }) => ({
      ...pillar,
      topics: topics.map((topic) => unpackTopic(topic, pillar.id, stages)),
    })),
  };
  const criteria = criteriaOf(outline);
  return {
    ...rest,
    outline,
    answers: packed.answers.map((answer) => unpackAnswer(answer, criteria, people)),
    evidence: packed.evidence.map((item) => unpackEvidence(item, criteria, people)),
  };
}

type Packed = Readonly<{
  rest: WalkData;
  pillars: readonly Readonly<{
    pillar: Omit<WalkOutline["pillars"][number], "topics">;
    topics: readonly PackedTopic[];
  }>[];
  answers: readonly PackedAnswer[];
  evidence: readonly PackedEvidence[];
  people: readonly string[];
}>;

type PackedTopic = readonly [
  slug: string,
  names: readonly [title: string, short: string],
  weight: number,
  gate: 0 | 1,
  condition: string | 0,
  principles: OutlineTopic["principles"],
  criteria: readonly (readonly [slug: string, stage: number, weight: number])[],
];

function packTopic(topic: OutlineTopic, stages: readonly string[]): PackedTopic {
  const { id, title, short, weight, gate, condition, principles, criteria } = topic;
  const own = criteria.map((one) => [one.id.slice(id.length + 1), stages.indexOf(one.stage), one.weight] as const);
  return [id.slice(id.indexOf(".") + 1), [title, short], weight, gate ? 1 : 0, condition ?? 0, principles, own];
}

function unpackTopic(packed: PackedTopic, pillar: string, stages: readonly string[]): OutlineTopic {
  const [slug, [title, short], weight, gate, condition, principles, criteria] = packed;
  const id = `${pillar}.${slug}`;
  return {
    id,
    title,
    short,
    weight,
    gate: gate === 1,
    ...(condition === 0 ? {} : { condition }),
    principles,
    criteria: criteria.map(
      ([own, stage, weight]): OutlineCriterion => ({ id: `${id}.${own}`, stage: stages[stage] ?? "", weight }),
    ),
  };
}

const STATUS_ORDER: readonly string[] = [
  "met",
  "partly",
  "not-met",
  "unknown",
  "not-applicable",
] satisfies AnswerStatus[];

type PackedAnswer = readonly [
  criterion: number,
  /** −1: unanswered. */
  status: number,
  coverage: readonly number[],
  reason: string,
  note: string,
  version: number,
  how: string,
  changedBy: number,
  changedAt: Moment,
  acceptedBy: number,
];

type Listed = (value: string) => number;
type Answer = WalkData["answers"][number];

function packAnswer(answer: Answer, criterionAt: Listed, personAt: Listed): PackedAnswer {
  const { status, coverage, count, population, reason, acceptedBy, note, version, how } = answer;
  return [
    criterionAt(answer.criterion),
    STATUS_ORDER.indexOf(status ?? ""),
    [coverage, count, population].filter((value) => typeof value === "number"),
    reason ?? "",
    note,
    version,
    how,
    personAt(answer.changedBy),
    answer.changedAt,
    acceptedBy ? personAt(acceptedBy) : -1,
  ];
}

function unpackAnswer(packed: PackedAnswer, criteria: readonly string[], people: readonly string[]): Answer {
  const [criterion, status, [coverage, count, population], reason, note, version, how, by, at, acceptedBy] = packed;
  const stored: StoredAnswer = {
    status: STATUS_ORDER[status] ?? null,
    ...(coverage === undefined ? {} : { coverage }),
    ...(count === undefined ? {} : { count, population }),
    ...(reason ? { reason } : {}),
    ...(acceptedBy < 0 ? {} : { acceptedBy: people[acceptedBy] }),
    note,
    version,
    how,
    changedBy: people[by] ?? "",
    changedAt: at,
  };
  return { criterion: criteria[criterion] ?? "", ...stored };
}

type PackedEvidence = readonly [
  id: string,
  criterion: number,
  title: string,
  date: string,
  expires: string | 0,
  supports: 0 | 1,
  coverage: number | -1,
  addedBy: number,
  acceptedBy: number,
  rest: Rest | 0,
  dismissedBy: number,
  kind: number,
  addedOn: string,
];

type Rest = Readonly<
  Pick<
    EvidenceView,
    "source" | "link" | "dismissedReason" | "owner" | "method" | "sampled" | "population" | "sampledFrom" | "file"
  >
>;

function packEvidence(item: EvidenceView, criterionAt: Listed, personAt: Listed): PackedEvidence {
  const { source, link, dismissedReason, owner, method, sampled, population, sampledFrom, file } = item;
  const rest: Rest = { source, link, dismissedReason, owner, method, sampled, population, sampledFrom, file };
  return [
    item.id,
    criterionAt(item.criterion),
    item.title,
    item.date,
    item.expires ?? 0,
    item.verdict === "supports" ? 1 : 0,
    item.coverage ?? -1,
    personAt(item.addedBy),
    item.acceptedBy ? personAt(item.acceptedBy) : -1,
    Object.values(rest).some((value) => value !== undefined) ? rest : 0,
    item.dismissedBy ? personAt(item.dismissedBy) : -1,
    EVIDENCE_KINDS.indexOf(item.kind),
    item.addedOn,
  ];
}

function unpackEvidence(packed: PackedEvidence, criteria: readonly string[], people: readonly string[]): EvidenceView {
  const [
    id,
    criterion,
    title,
    date,
    expires,
    supports,
    coverage,
    addedBy,
    acceptedBy,
    rest,
    dismissedBy,
    kind,
    addedOn,
  ] = packed;
  return {
    id,
    criterion: criteria[criterion] ?? "",
    title,
    date,
    ...(expires === 0 ? {} : { expires }),
    ...(rest === 0 ? {} : rest),
    verdict: supports === 1 ? "supports" : "contradicts",
    ...(coverage < 0 ? {} : { coverage }),
    accepted: acceptedBy >= 0,
    dismissed: rest !== 0 && rest.dismissedReason !== undefined,
    kind: EVIDENCE_KINDS[kind] ?? "attestation",
    addedBy: people[addedBy] ?? "",
    addedOn,
    ...(acceptedBy < 0 ? {} : { acceptedBy: people[acceptedBy] }),
    ...(dismissedBy < 0 ? {} : { dismissedBy: people[dismissedBy] }),
  };
}

function criteriaOf({ pillars }: WalkOutline): readonly string[] {
  return pillars.flatMap(({ topics }) => topics.flatMap(({ criteria }) => criteria.map(({ id }) => id)));
}

function placeIn(list: readonly string[]): Listed {
  const places = new Map(list.map((value, index) => [value, index]));
  return (value) => places.get(value) ?? -1;
}

/** Gives each value a place, the next free one when it is new. */
function growing(list: string[]): Listed {
  const places = new Map<string, number>();
  return (value) => {
    const known = places.get(value);
    if (known !== undefined) return known;
    list.push(value);
    places.set(value, list.length - 1);
    return list.length - 1;
  };
}
