import type { Initiative } from "../../content/types";
import { effortFor, REFERENCE_SIZES } from "../../planning/effort";
import { capacitySentence } from "../../words/charts";
import { formatCount, formatLevel, formatNames } from "../../words/format";
import { PLAN_ORDER, personDays } from "../../words/roadmap";
import type { ReportContext } from "../context";
import type { Block } from "../document";
import { cells, figures, gainFigure, note, PAGE_BREAK, paragraph } from "../text";
import { planOutlook } from "./plan-outlook";
import { planTables } from "./plan-tables";
import { planTimeline } from "./plan-timeline";
import type { Section } from "./section";

const MOST_MOVES = 20;

/** The plan: what is done when, by whom, and where it leads; without one, the order in which the work pays. */
export const roadmap: Section = (context) => {
  const { plan } = context.input;
  const heading: Block = { kind: "heading", level: 1, text: "Roadmap" };
  if (!plan || plan.quarters.length === 0) return [PAGE_BREAK, heading, ...unplanned(context)];
  const outlook = planOutlook(context);
  return [
    PAGE_BREAK,
    heading,
    ...(outlook === undefined ? [] : [paragraph(outlook)]),
    ...planTables(context, plan).quarters,
    paragraph(
      capacitySentence(plan.quarters.map((quarter) => ({ ...quarter, id: quarter.start, name: quarter.label }))),
    ),
    ...planTables(context, plan).targets,
    ...planTimeline(context, plan),
    ...planTables(context, plan).items,
    note(
      `${PLAN_ORDER} within the capacity; not proven to be the best plan. The level at the end of each quarter is scored anew, with all met that the initiatives finished by then deliver, and the gains add up in that order. Days are likely person-days, scaled to the size of the organization where it is known.`,
    ),
    ...planTables(context, plan).unplaced,
  ];
};

function unplanned({ moves, input, pillarTitle, stage, overall }: ReportContext): readonly Block[] {
  const days = (initiative: Initiative) => effortFor(initiative, input.sizes).likely;
  const sized = input.sizes.people !== undefined;
  if (!overall) return [paragraph("There is nothing to plan, as nothing in scope is applicable.")];
  if (moves.length === 0)
    return [paragraph("Nothing is left to plan: no initiative delivers a criterion that is open.")];
  const shown = moves.slice(0, MOST_MOVES);
  return [
    paragraph(
      `There is no plan yet. This is the order in which the work pays: each time the initiative that may start and brings the most level per person-day, scored anew after each. The level now is ${formatLevel(overall.low)}.`,
    ),
    {
      kind: "table",
      caption: "Moves in the order in which they pay",
      showCaption: false,
      dense: false,
      columns: [
        { title: "No.", align: "end", width: { points: 26 } },
        { title: "Initiative", align: "start", width: { share: 1 } },
        { title: "Effort", align: "start", width: { points: 92 } },
        { title: "Gain", align: "end", width: { points: 50 } },
        { title: "Level then", align: "end", width: { points: 52 } },
      ],
      rows: shown.map(({ initiative, gain, level, raises }, index) => {
        const opens = raises.map(({ pillar, to }) => `${pillarTitle(pillar)}: ${stage(to).name}`);
        const opening = opens.length > 0 ? [[`opens ${formatNames(opens)}`]] : [];
        return {
          cells: cells(
            formatCount(index + 1),
            { text: [initiative.title], under: [[initiative.outcome], ...opening] },
            { text: [personDays(days(initiative))], under: [[initiative.owner]] },
            [figures(gainFigure(gain))],
            [figures(formatLevel(level))],
          ),
        };
      }),
    },
    note(
      `Gains are of the overall level, each on top of the moves above it; a prerequisite can gain little itself and open what comes after. Efforts are likely person-days${sized ? "" : ` for ${formatCount(REFERENCE_SIZES.people)} people`}.`,
    ),
  ];
}
