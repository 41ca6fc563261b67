import type { TagDatum } from "../../charts/types";
import { tagsSentence } from "../../words/charts";
import { formatLevel } from "../../words/format";
import { levelBarWords } from "../../words/marks";
import type { Block } from "../document";
import type { Drawing } from "../drawings/drawing";
import { levelBar } from "../drawings/level-bar";
import { levelKey } from "../drawings/level-key";
import { paragraph, together } from "../text";
import { PAGE_WIDTH } from "../widths";
import type { Section } from "./section";

const ROW = 22;
const NAME = 120;

/** The same answers by what they serve: levels without a stage, as no gates are drawn across them. */
export const principlesAndDrivers: Section = ({ principles, drivers, stages }) => {
  if (principles.length + drivers.length === 0) return [];
  return [
    together(
      { kind: "heading", level: 1, text: "Principles and drivers" },
      paragraph(
        "Each criterion serves one or more of the three principles of Zero Trust and of the reasons to take it up. These are the levels of the criteria that do; they have no stage, as gates belong to pillars.",
      ),
      ...tagBlocks("Principles", principles, stages.length),
    ),
    ...tagBlocks("Drivers", drivers, stages.length),
  ];
};

function tagBlocks(title: string, tags: readonly TagDatum[], stages: number): readonly Block[] {
  if (tags.length === 0) return [];
  return [
    { kind: "heading", level: 2, text: title },
    {
      kind: "figure",
      drawing: tagBars(tags, stages),
      alt: tags.map((tag) => levelBarWords(tag)).join(". "),
      caption: [tagsSentence(tags)],
    },
  ];
}

function tagBars(tags: readonly TagDatum[], stages: number): Drawing {
  const width = PAGE_WIDTH - NAME - 90;
  const bottom = 4 + tags.length * ROW;
  return {
    width: PAGE_WIDTH,
    height: bottom + 14,
    shapes: [
      ...tags.flatMap((tag, index) => {
        const top = 4 + index * ROW;
        return [
          { kind: "label", at: [0, top + 8.5], text: tag.name, size: 9.2, weight: "medium", room: NAME - 8 } as const,
          ...levelBar({ ...tag, stages }, { x: NAME, y: top, width, height: 10 }, "ink-2"),
          {
            kind: "label",
            at: [PAGE_WIDTH, top + 8.5],
            anchor: "end",
            text: `${formatLevel(tag.low)} to ${formatLevel(tag.high)}`,
            size: 8.6,
            figures: true,
          } as const,
        ];
      }),
      ...levelKey({ verified: "verified", claimed: "claimed", unknown: "not known yet" }, { x: NAME, y: bottom + 8 }),
    ],
  };
}
