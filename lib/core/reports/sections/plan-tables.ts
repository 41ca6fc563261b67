import type { PlanItem, RoadmapPlan, TargetReached } from "../../planning/types";
import { formatCount, formatDay, formatLevel, formatNames, formatNumberOf, formatQuarter } from "../../words/format";
import { formatDays, groupUnplaced, STATE_WORDS, targetWords } from "../../words/roadmap";
import type { ReportContext } from "../context";
import type { Block, Cell, Column, Text } from "../document";
import { bullets, cells, figures, gainFigure, paragraph, soft, stageText, strong } from "../text";

type PlanTables = Readonly<Record<"quarters" | "targets" | "items" | "unplaced", readonly Block[]>>;

/** The plan as tables: by quarter, by target, by initiative, and what isn't in it. */
export function planTables(context: ReportContext, plan: RoadmapPlan): PlanTables {
  return {
    quarters: [quartersTable(plan)],
    targets: targetsTable(context, plan.targets),
    items: plan.items.length === 0 ? [] : itemsTable(context, plan.items),
    unplaced: unplacedBlocks(context, plan),
  };
}

function quartersTable(plan: RoadmapPlan): Block {
  const levelAt = (index: number) => plan.quarters[index]?.levels?.overall?.level;
  return table("Quarters: work, capacity, and the level at the end of each", {
    showCaption: true,
    columns: [
      start("Quarter", 48),
      { title: "Starts", align: "start", width: { share: 1 } },
      end("Used"),
      end("Capacity"),
      end("Level then"),
      end("Gain"),
    ],
    rows: plan.quarters.map((quarter, index) => {
      const level = levelAt(index);
      const before = levelAt(index - 1) ?? plan.now.overall?.level;
      const starts = plan.items.filter((item) => item.startQuarter === quarter.label).map(({ title }) => title);
      return cells(
        quarter.label,
        starts.length === 0 ? "–" : formatNames(starts, { most: 3 }),
        formatCount(Math.round(quarter.used)),
        formatCount(Math.round(quarter.capacity)),
        level === undefined ? "past" : [figures(formatLevel(level))],
        level === undefined || before === undefined ? "–" : [figures(gainFigure(level - before))],
      );
    }),
  });
}

function targetsTable({ pillarTitle, input }: ReportContext, targets: readonly TargetReached[]): readonly Block[] {
  if (targets.length === 0) return [];
  const { by } = input.target;
  const due = by === undefined ? "" : `, to be reached by ${formatDay(by)}`;
  return [
    table(`Targets${due}`, {
      showCaption: true,
      columns: [
        { title: "Pillar", align: "start", width: { share: 1 } },
        end("Level now"),
        end("Target"),
        end("At the plan's end"),
        { title: "Reached", align: "start", width: { points: 120 } },
      ],
      rows: targets.map((target) =>
        cells(
          pillarTitle(target.pillar),
          [figures(formatLevel(target.now))],
          [figures(formatLevel(target.target))],
          [figures(formatLevel(target.level))],
          `${targetWords(target)}${target.onTime === false && target.reached === "planned" ? ", too late" : ""}`,
        ),
      ),
    }),
  ];
}

function itemsTable({ input, pillarTitle, stage }: ReportContext, items: readonly PlanItem[]): readonly Block[] {
  const outcomes = new Map(input.questionnaire.initiatives.map(({ id, outcome }) => [id, outcome]));
  return [
    { kind: "heading", level: 2, text: "Initiatives" },
    table("Initiatives of the plan, in the order in which they start", {
      showCaption: false,
      columns: [
        { title: "Initiative", align: "start", width: { share: 1 } },
        start("Mostly for", 68),
        start("When", 50),
        start("Owner, state", 84),
        end("Days"),
        end("Gain"),
      ],
      rows: items.map((item) => {
        const outcome = outcomes.get(item.initiative);
        return cells(
          { text: [item.title], under: outcome === undefined ? [] : [[outcome]] },
          { text: [pillarTitle(item.pillar)], under: [stageText(stage(item.stage))] },
          whenCell(item),
          {
            text: [item.owner === "" ? "no owner yet" : item.owner],
            under: [[`${STATE_WORDS[item.state]}${item.late ? ", late" : ""}`]],
          },
          formatDays(item.days),
          [figures(gainFigure(item.gain))],
        );
      }),
    }),
  ];
}

function whenCell({ start: from, end: to, startQuarter }: PlanItem): Cell {
  if (from === null || to === null || startQuarter === null) return { text: ["before"] };
  const endQuarter = formatQuarter(to);
  return { text: [startQuarter], under: startQuarter === endQuarter ? [] : [[`to ${endQuarter}`]] };
}

/** By what keeps them out in the end; those that wait for the same work stand together. */
function unplacedBlocks({ input }: ReportContext, { unplaced }: RoadmapPlan): readonly Block[] {
  if (unplaced.length === 0) return [];
  const titles = new Map(input.questionnaire.initiatives.map(({ id, title }) => [id, title]));
  const title = (id: string) => titles.get(id) ?? id;
  const pillars = input.questionnaire.pillars;
  const groups = groupUnplaced(unplaced).map(({ heading, entries }): readonly Block[] => {
    const itself = entries.filter(({ why }) => why.kind !== "waits").map(({ initiative }) => initiative);
    const waiting = new Map<string, string[]>();
    for (const { initiative, why } of entries) {
      if (why.kind === "waits") waiting.set(why.needs, [...(waiting.get(why.needs) ?? []), title(initiative)]);
    }
    const ofPillars = pillars.flatMap((pillar): readonly Text[] => {
      const names = itself.filter((id) => id.startsWith(`${pillar.id}.`)).map(title);
      return names.length === 0 ? [] : [[strong(`${pillar.title}, ${names.length}: `), soft(`${names.join("; ")}.`)]];
    });
    const others = itself.filter((id) => !pillars.some((pillar) => id.startsWith(`${pillar.id}.`))).map(title);
    const waits = [...waiting].map(
      ([needs, names]): Text => [strong(`Waiting for “${title(needs)}”: `), soft(`${names.join("; ")}.`)],
    );
    const rest: readonly Text[] = others.length === 0 ? [] : [[soft(`${others.join("; ")}.`)]];
    return [
      paragraph(strong(`${heading}: ${formatNumberOf(entries.length, "initiative")}`)),
      ...bullets(...ofPillars, ...rest, ...waits),
    ];
  });
  const count = formatNumberOf(unplaced.length, "initiative");
  return [
    { kind: "heading", level: 2, text: "Not in the plan" },
    paragraph(
      `${count} ${unplaced.length === 1 ? "is" : "are"} left out, by what keeps ${unplaced.length === 1 ? "it" : "them"} out in the end.`,
    ),
    ...groups.flat(),
  ];
}

function table(
  caption: string,
  {
    showCaption,
    columns,
    rows,
  }: Readonly<{ showCaption: boolean; columns: readonly Column[]; rows: readonly ReturnType<typeof cells>[] }>,
): Block {
  return { kind: "table", caption, showCaption, dense: false, columns, rows: rows.map((row) => ({ cells: row })) };
}

function start(title: string, points: number): Column {
  return { title, align: "start", width: { points } };
}

function end(title: string): Column {
  return { title, align: "end", width: "content" };
}
