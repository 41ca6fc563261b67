import { CAUSES } from "../../dashboard/change-rows";
import { explainChange } from "../../scoring/change";
import { formatDay, formatGain, formatLevel, formatNames } from "../../words/format";
import type { ReportContext } from "../context";
import type { Block } from "../document";
import { paragraph } from "../text";

/** What moved since the newest earlier snapshot: the whole, by pillar, and by cause where its answers are known. */
export function sinceLast(context: ReportContext): readonly Block[] {
  const { last, overall } = context;
  if (!last || last.level === null || !overall) return [];
  const shown = formatGain(overall.low - last.level);
  const since = `${formatDay(last.asOf)} (${last.label})`;
  const whole =
    shown === "0.00"
      ? `The level has not moved since ${since}: ${formatLevel(overall.low)}.`
      : `Since ${since} the level went from ${formatLevel(last.level)} to ${formatLevel(overall.low)}, ${shown}.`;
  const sentences = [whole, pillarsSentence(context), causesSentence(context)].filter(Boolean);
  return [{ kind: "heading", level: 2, text: "Since the last snapshot" }, paragraph(sentences.join(" "))];
}

function pillarsSentence({ last, scored }: ReportContext): string {
  const moved = scored
    .flatMap(({ pillar, datum }) => {
      const before = last?.pillars[pillar.id];
      return before === undefined ? [] : [{ name: pillar.title, change: datum.low - before }];
    })
    .filter(({ change }) => formatGain(change) !== "0.00")
    .sort((a, b) => b.change - a.change);
  return moved.length === 0
    ? ""
    : `By pillar: ${formatNames(moved.map(({ name, change }) => `${name} ${formatGain(change)}`))}.`;
}

function causesSentence({ last, model, input: { claims } }: ReportContext): string {
  const change =
    last?.claims &&
    explainChange({ model, claims: last.claims }, { model, claims }, { measure: "low", corrected: last.corrected });
  if (!change) return "";
  const parts = CAUSES.map(({ cause, name }) => ({ name, part: formatGain(change.causes[cause]) }))
    .filter(({ part }) => part !== "0.00")
    .map(({ name, part }) => `${name.toLowerCase()} ${part}`);
  return parts.length === 0 ? "" : `By cause: ${formatNames(parts)}.`;
}
