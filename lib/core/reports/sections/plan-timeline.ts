import type { PlanItem, RoadmapPlan } from "../../planning/types";
import { planItemWords } from "../../words/roadmap";
import type { ReportContext } from "../context";
import type { Block } from "../document";
import { type TimelineGroup, type TimelineItem, timeline, timelineHeight } from "../drawings/timeline";
import { PAGE_WIDTH } from "../widths";

/** Height of a picture that fits on a page with its heading and caption. */
const MOST_POINTS = 630;

/** The initiatives that have days, pillar by pillar, on as many pictures as they need. */
export function planTimeline(context: ReportContext, plan: RoadmapPlan): readonly Block[] {
  const parts = splitGroups(groupsOf(context, plan.items));
  return parts.flatMap((groups, index): readonly Block[] => [
    ...(index === 0 ? [{ kind: "heading", level: 2, text: "Timeline" } as const] : []),
    {
      kind: "figure",
      drawing: timeline(groups, {
        quarters: plan.quarters,
        stages: context.input.questionnaire.stages,
        width: PAGE_WIDTH,
        today: context.input.claims.asOf,
        capacity: index === parts.length - 1,
      }),
      alt: `Timeline. ${groups.map(({ name, items }) => `${name}: ${items.map((item) => planItemWords(item, context.stage(item.stage).name)).join("; ")}.`).join(" ")}`,
      caption: [
        "Each bar is to scale and wears the stage that most of its criteria belong to; d stands for person-days.",
      ],
    },
  ]);
}

function groupsOf({ pillars, pillarTitle }: ReportContext, items: readonly PlanItem[]): readonly TimelineGroup[] {
  const dated = items.flatMap((item): readonly TimelineItem[] =>
    item.start === null || item.end === null ? [] : [{ ...item, start: item.start, end: item.end }],
  );
  const order = new Set([...pillars.map(({ pillar }) => pillar.id), ...dated.map(({ pillar }) => pillar)]);
  return [...order].flatMap((id) => {
    const own = dated.filter(({ pillar }) => pillar === id);
    return own.length === 0 ? [] : [{ name: pillarTitle(id), items: own }];
  });
}

/** Cuts the groups into pictures that each fit on a page; a group that is cut goes on under its name. */
function splitGroups(groups: readonly TimelineGroup[]): readonly (readonly TimelineGroup[])[] {
  const parts: TimelineGroup[][] = [[]];
  for (const group of groups) {
    let open: TimelineGroup = { ...group, items: [] };
    for (const item of group.items) {
      const part = parts.at(-1) ?? [];
      const longer = { ...open, items: [...open.items, item] };
      const others = part.filter((other) => other !== open);
      if (timelineHeight([...others, longer]) > MOST_POINTS && part.length > 0) {
        open = { name: open.items.length > 0 ? `${group.name}, continued` : group.name, items: [item] };
        parts.push([open]);
        continue;
      }
      parts[parts.length - 1] = [...others, longer];
      open = longer;
    }
  }
  return parts.filter((part) => part.length > 0);
}
