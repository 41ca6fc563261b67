import type { Crosswalk } from "../../content/schema";
import { scoreSubsets } from "../../scoring/score-subset";
import { formatCount, formatLevel } from "../../words/format";
import type { ReportContext } from "../context";
import type { Block, Text } from "../document";
import { bullets, cells, figures, paragraph, strong, together } from "../text";
import type { Section } from "./section";

/** What the questionnaire refers to, how far its criteria contribute, and the notices that belong to it. */
export const sources: Section = (context) => {
  const { input } = context;
  const named = new Set(
    input.questionnaire.pillars
      .flatMap(({ topics }) => topics)
      .flatMap(({ criteria }) => criteria)
      .flatMap(({ crosswalk }) => Object.keys(crosswalk)),
  );
  const frameworks = input.frameworks.filter(({ id }) => named.has(id));
  return [
    together(
      { kind: "heading", level: 1, text: "Sources and notices" },
      paragraph(
        `Statements, prompts and explanations are those of ${input.questionnaire.title} (${input.questionnaire.id} ${input.questionnaire.version}). A criterion names the controls, functions and techniques that meeting it contributes to. That is a help for finding one's way, not equivalence: nothing in this report says that a requirement of any framework is fulfilled.`,
      ),
      ...contributions(context, frameworks),
    ),
    ...bullets(
      ...frameworks.map(({ title, source }): Text => [strong(title), source === undefined ? "" : `: ${source}`]),
      [strong("IBM Plex, Noto Emoji"), ": typefaces, SIL Open Font License 1.1"],
    ),
  ];
};

function contributions(
  { input, model }: ReportContext,
  frameworks: readonly Readonly<{ id: string; title: string }>[],
): readonly Block[] {
  if (frameworks.length === 0) return [];
  const subsets = new Map(frameworks.map(({ id }) => [id, criteriaNaming(input.questionnaire.pillars, id)]));
  const scores = scoreSubsets(model, input.claims, subsets);
  return [
    {
      kind: "table",
      caption: "Criteria that contribute to each framework, and the level they give",
      showCaption: true,
      dense: false,
      columns: [
        { title: "Framework", align: "start", width: { share: 1 } },
        { title: "Criteria known", align: "end", width: "content" },
        { title: "Claimed", align: "end", width: "content" },
        { title: "Up to", align: "end", width: "content" },
        { title: "Verified", align: "end", width: "content" },
      ],
      rows: frameworks.map(({ id, title }) => {
        const level = scores.get(id);
        if (!level) return { cells: cells(title, "none in scope", "–", "–", "–") };
        return {
          cells: cells(
            title,
            `${formatCount(level.answered)} of ${formatCount(level.inScope)}`,
            [figures(formatLevel(level.low))],
            [figures(formatLevel(level.high))],
            [figures(formatLevel(level.verified))],
          ),
        };
      }),
    },
  ];
}

function criteriaNaming(
  pillars: ReportContext["input"]["questionnaire"]["pillars"],
  framework: string,
): ReadonlySet<string> {
  const criteria = pillars.flatMap(({ topics }) => topics).flatMap((topic) => topic.criteria);
  return new Set(criteria.filter(({ crosswalk }) => names(crosswalk, framework)).map(({ id }) => id));
}

function names(crosswalk: Readonly<Crosswalk>, framework: string): boolean {
  return Object.entries(crosswalk).some(([id, references]) => id === framework && (references?.length ?? 0) > 0);
}
