import type { ReportContext } from "../context";
import type { Block } from "../document";
import { PAGE_BREAK, paragraph } from "../text";
import { PAGE_WIDTH } from "../widths";
import { firstMoves } from "./first-moves";
import { headlineFigure } from "./headline-figure";
import { holdsBack } from "./holds-back";
import { planOutlook } from "./plan-outlook";
import type { Section } from "./section";
import { sinceLast } from "./since-last";
import { standing } from "./standing";

/** One page for those with ninety seconds; every sentence is computed from the same rows as the tables behind it. */
export const executiveSummary: Section = (context) => [
  PAGE_BREAK,
  { kind: "heading", level: 1, text: "Executive summary" },
  headlineFigure(context, PAGE_WIDTH),
  ...standing(context),
  ...holdsBack(context),
  ...firstMoves(context),
  ...planReaches(context),
  ...sinceLast(context),
];

function planReaches(context: ReportContext): readonly Block[] {
  const outlook = planOutlook(context);
  return outlook === undefined ? [] : [paragraph(outlook)];
}
