import { effortFor, REFERENCE_SIZES } from "../../planning/effort";
import { formatCount, formatNames } from "../../words/format";
import { personDays } from "../../words/roadmap";
import type { ReportContext } from "../context";
import type { Block, Text } from "../document";
import { gainFigure, strong } from "../text";

const SHOWN = 3;
const TITLES = ["", "The first move", "The first two moves", "The first three moves"] as const;

/** Planned work that comes first, by start and then by gain; without a plan, what pays most. */
export function firstMoves(context: ReportContext): readonly Block[] {
  const items = (context.input.plan ? plannedMoves(context) : bestMoves(context)).slice(0, SHOWN);
  const text = TITLES[items.length];
  return text
    ? [
        { kind: "heading", level: 2, text },
        { kind: "list", ordered: true, items },
      ]
    : [];
}

function plannedMoves({ input: { plan }, pillarTitle }: ReportContext): readonly Text[] {
  return (plan?.items ?? [])
    .filter(({ state }) => state === "open" || state === "in-progress")
    .sort((a, b) => (a.start ?? "").localeCompare(b.start ?? "") || b.gain - a.gain)
    .map((item): Text => {
      const from = item.state === "in-progress" ? "in progress" : `from ${item.startQuarter ?? "now"}`;
      const facts = [`${gainFigure(item.gain)} overall`, personDays(item.days), from, item.owner].filter(Boolean);
      return [strong(item.title), ` (${pillarTitle(item.pillar)}): ${facts.join(" · ")}.`];
    });
}

function bestMoves({ moves, input, pillarTitle, stage }: ReportContext): readonly Text[] {
  const sized = input.sizes.people === undefined ? ` for ${formatCount(REFERENCE_SIZES.people)} people` : "";
  return moves.map(({ initiative, gain, raises }): Text => {
    const opens = raises.map(({ pillar, to }) => `${pillarTitle(pillar)}: ${stage(to).name}`);
    const opening = opens.length > 0 ? `opens ${formatNames(opens)}` : "";
    const effort = `${personDays(effortFor(initiative, input.sizes).likely)}${sized}`;
    const facts = [`${gainFigure(gain)} overall`, opening, effort, initiative.owner].filter(Boolean);
    return [strong(initiative.title), `: ${facts.join(" · ")}.`];
  });
}
