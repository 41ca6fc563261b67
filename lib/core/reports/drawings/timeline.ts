import { capacityColumns } from "../../charts/capacity";
import { dayNumber, dayOf, timeScale } from "../../charts/time-scale";
import { type NamedStage, stageRef } from "../../marks/stage-ref";
import type { PlanItem, PlanQuarter } from "../../planning/types";
import { formatCount } from "../../words/format";
import type { Drawing, Shape } from "./drawing";

const ROW = 13.6;
const HEAD = 20;
const NAME = 222;
const CAPACITY = 28;
/** Under a group's name and under its last row. */
const GROUP_GAPS = [2, 3] as const;
/** A bar that has the length of a letter can't carry its days inside. */
const ROOM_FOR_DAYS = 26;

/** An item with days. */
export type TimelineItem = PlanItem & Readonly<{ start: string; end: string }>;
export type TimelineGroup = Readonly<{ name: string; items: readonly TimelineItem[] }>;

/** Height that groups take in a timeline with its axis and capacity, in points. */
export function timelineHeight(groups: readonly Readonly<{ items: readonly unknown[] }>[]): number {
  const rows = groups.reduce((sum, { items }) => sum + items.length + 1, 0);
  return HEAD + rows * ROW + groups.length * (GROUP_GAPS[0] + GROUP_GAPS[1]) + CAPACITY + 4;
}

type Axis = Readonly<{ left: (day: string) => number; right: (day: string) => number; from: number; to: number }>;

/** Bars over quarters, to scale, a line per initiative, and below them the use of each quarter's capacity. */
export function timeline(
  groups: readonly TimelineGroup[],
  {
    quarters,
    stages,
    width,
    today,
    capacity,
  }: Readonly<{
    quarters: readonly PlanQuarter[];
    stages: readonly NamedStage[];
    width: number;
    today: string;
    /** Whether the capacity row stands under this part of the timeline. */
    capacity: boolean;
  }>,
): Drawing {
  const axis = axisOf(quarters, width);
  const rows: Shape[] = [];
  let y = HEAD;
  for (const group of groups) {
    rows.push(
      {
        kind: "label",
        at: [0, y + 9.6],
        text: group.name,
        size: 8,
        weight: "strong",
        colour: "ink-2",
        room: NAME - 8,
      },
      { kind: "line", from: [0, y + ROW], to: [width, y + ROW], stroke: "line-strong" },
    );
    y += ROW + GROUP_GAPS[0];
    for (const item of group.items) {
      rows.push(...itemShapes(item, { y, axis, stages }));
      y += ROW;
    }
    y += GROUP_GAPS[1];
  }
  const plotEnd = y;
  if (capacity) {
    rows.push(...capacityShapes(quarters, { y, axis }));
    y += CAPACITY + 4;
  }
  const grid = quarters.flatMap((quarter): readonly Shape[] => {
    const x = axis.left(quarter.start);
    const room = axis.right(quarter.end) - x - 3;
    return [
      { kind: "line", from: [x, HEAD - 6], to: [x, plotEnd], stroke: "line" },
      { kind: "label", at: [x + 2, 9], text: quarter.label, size: 7.4, colour: "ink-2", room },
    ];
  });
  const now = axis.left(today);
  const todayLine: readonly Shape[] =
    now > axis.from && now < axis.to
      ? [{ kind: "line", from: [now, HEAD - 6], to: [now, plotEnd], stroke: "ink", strokeWidth: 0.9 }]
      : [];
  return { width, height: y, shapes: [...grid, ...rows, ...todayLine] };
}

function axisOf(quarters: readonly PlanQuarter[], width: number): Axis {
  const from = quarters[0]?.start ?? "";
  const scale = timeScale({ from, to: dayAfter(quarters.at(-1)?.end ?? "") });
  const at = (day: string) => NAME + Math.min(Math.max(scale.at(day), 0), 1) * (width - NAME);
  return { left: at, right: (day) => at(dayAfter(day)), from: NAME, to: width };
}

/** Last days are inclusive; a bar ends where the next day begins. */
function dayAfter(day: string): string {
  return dayOf(dayNumber(day) + 1);
}

function itemShapes(
  item: TimelineItem,
  { y, axis, stages }: Readonly<{ y: number; axis: Axis; stages: readonly NamedStage[] }>,
): readonly Shape[] {
  const stage = stageRef(stages, item.stage);
  const x = axis.left(item.start);
  const end = axis.right(item.end);
  const length = Math.max(end - x, 3);
  const done = item.state === "done" ? 1 : item.state === "in-progress" ? 0.5 : 0;
  const fits = length >= ROOM_FOR_DAYS;
  return [
    { kind: "mark", at: [0, y + 3.4], size: 7, stage },
    { kind: "label", at: [12, y + 9.6], text: item.title, size: 7.6, room: NAME - 18 },
    {
      kind: "rect",
      x,
      y: y + 1.6,
      width: length,
      height: ROW - 4,
      radius: 1.2,
      fill: `${stage.tone}-soft`,
      stroke: stage.tone,
      strokeWidth: 0.8,
    },
    ...(done > 0
      ? [{ kind: "rect", x, y: y + ROW - 4.4, width: length * done, height: 2, fill: stage.tone } as const]
      : []),
    {
      kind: "label",
      at: fits ? [x + 3, y + 8.8] : x > axis.to - 40 ? [x - 2, y + 8.8] : [x + length + 2, y + 8.8],
      anchor: fits || x <= axis.to - 40 ? "start" : "end",
      text: item.state === "done" ? "done" : `${formatCount(Math.round(item.days))} d`,
      size: 6.7,
      room: fits ? length - 5 : 40,
    },
  ];
}

function capacityShapes(
  quarters: readonly PlanQuarter[],
  { y, axis }: Readonly<{ y: number; axis: Axis }>,
): readonly Shape[] {
  const columns = capacityColumns(quarters.map((quarter) => ({ ...quarter, id: quarter.start, name: quarter.label })));
  const bottom = y + CAPACITY;
  return [
    { kind: "label", at: [0, y + 12], text: "Person-days used", size: 8, weight: "strong", colour: "ink-2" },
    { kind: "label", at: [0, y + 23], text: "of the capacity of each quarter", size: 7.4, colour: "ink-2" },
    ...columns.flatMap(({ there, used, over, period }): readonly Shape[] => {
      const x = axis.left(period.start) + 1;
      const width = axis.right(period.end) - x - 1;
      const column = (from: number, share: number) =>
        ({ kind: "rect", x, y: bottom - (from + share) * CAPACITY, width, height: share * CAPACITY }) as const;
      return [
        { ...column(0, there), fill: "sunk", stroke: "line" },
        { ...column(0, used), fill: "line-strong" },
        ...(over > 0 ? [{ ...column(there, over), stroke: "danger", strokeWidth: 1 } as const] : []),
        {
          kind: "label",
          at: [x + width / 2, bottom - 4],
          anchor: "middle",
          text: formatCount(Math.round(period.used)),
          size: 7,
          room: width,
        },
      ];
    }),
  ];
}
