import type { OpenCriterion, ShortGate } from "../scoring/explain";
import type { StageReason } from "../scoring/explain-stage";
import { capitalise, formatNames, formatNumberOf } from "../words/format";
import type { ContentIndex } from "./content-index";
import type { DashboardInput } from "./dashboard-input";
import { topicsNeeded } from "./stage-words";
import { unlockWords } from "./unlock-words";

/** Something that holds the organization back: a gating topic that is short, or an open criterion with its gain. */
export type HoldBackItem = Readonly<{
  kind: "gate" | "criterion";
  id: string;
  title: string;
  /** Where it is and what it opens: "Network, gate · 3 criteria open below Advanced. Opens Network: Advanced". */
  detail: string;
  /** Rise of the overall low level. */
  gain: number;
  href: string;
  walkHref: string;
}>;

export type HoldBack = Readonly<{ items: readonly HoldBackItem[]; gates: number; open: number }>;

/** How gains of single criteria are written: with two decimals most would look the same. */
export const GAIN_DIGITS = { decimals: 3 };

const SHOWN = 5;
const GATES_SHOWN = 3;

/** The first few of what holds the organization back: gates first, then the largest gains in overall level. */
export function holdBack(
  input: DashboardInput,
  {
    gates,
    gains,
    open,
    reasons,
  }: Readonly<{
    gates: readonly ShortGate[];
    gains: readonly OpenCriterion[];
    open: number;
    reasons: readonly StageReason[];
  }>,
  index: ContentIndex,
): HoldBack {
  const shownGates = gates.slice(0, GATES_SHOWN).map((gate) => gateItem(input, gate, reasons, index));
  const shownGains = gains.slice(0, SHOWN - shownGates.length).map((gain) => gainItem(input, gain, index));
  return { items: [...shownGates, ...shownGains], gates: gates.length, open };
}

/** One gate in words. */
export function gateItem(
  { links }: Pick<DashboardInput, "links">,
  gate: ShortGate,
  reasons: readonly StageReason[],
  index: ContentIndex,
): HoldBackItem {
  const { topic, pillar } = index.topicOf(gate.topic);
  const stage = index.stageOf(gate.needs).name;
  const opens = unlockWords(
    gate.unlocks.filter(({ of }) => of !== "topic"),
    index,
  );
  const still = opens || stillNeeded(gate, reasons, index);
  return {
    kind: "gate",
    id: topic.id,
    title: topic.title,
    detail: `${pillar.title}, gate · ${formatNumberOf(gate.open.length, "criterion", "criteria")} open up to ${stage}. ${capitalise(still)}`,
    gain: gate.gain.overall,
    href: links.explain({ of: "topic", id: topic.id }),
    walkHref: links.walk(topic.id),
  };
}

/** "Network: Advanced also needs 2 more gates and 3 more topics". */
function stillNeeded(gate: ShortGate, reasons: readonly StageReason[], index: ContentIndex): string {
  const next = reasons.find(({ pillar }) => pillar === gate.pillar)?.next;
  if (!next) return "";
  const gates = next.shortGates.map(({ topic }) => topic);
  const others = gates.length - 1;
  const topics = topicsNeeded(next, index, gates);
  const needs = [
    others > 0 ? formatNumberOf(others, "more gate") : "",
    topics > 0 ? formatNumberOf(topics, "more topic") : "",
  ].filter(Boolean);
  const aim = `${index.pillarOf(gate.pillar).title}: ${index.stageOf(next.stage).name}`;
  return needs.length > 0 ? `${aim} also needs ${formatNames(needs)}` : "";
}

/** One open criterion in words. */
export function gainItem(
  { links }: Pick<DashboardInput, "links">,
  open: OpenCriterion,
  index: ContentIndex,
): HoldBackItem {
  const { criterion, topic, pillar } = index.criterionOf(open.criterion);
  const opens = unlockWords(open.unlocks, index);
  const where = `${pillar.title}, ${topic.gate ? "gate " : ""}${topic.short} · ${index.stageOf(open.stage).name}${open.unknown ? ", not known yet" : ""}`;
  return {
    kind: "criterion",
    id: criterion.id,
    title: criterion.statement,
    detail: opens ? `${where}. ${capitalise(opens)}` : where,
    gain: open.gain.overall,
    href: links.explain({ of: "criterion", id: criterion.id }),
    walkHref: links.walk(topic.id),
  };
}
