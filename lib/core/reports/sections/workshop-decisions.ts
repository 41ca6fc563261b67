import { formatDay, formatNames, formatNumberOf } from "../../words/format";
import type { ReportContext } from "../context";
import type { Row } from "../document";
import type { ReportDecision } from "../input";
import { cells, paragraph, strong } from "../text";
import type { Section } from "./section";

/** What workshops decided on which topic, who was there, and who saw it differently; nothing where none was held. */
export const workshopDecisions: Section = ({ input, pillars }) => {
  const decisions = input.decisions ?? [];
  if (decisions.length === 0) return [];
  const against = decisions.filter(({ dissent }) => dissent !== "").length;
  const dissent = against === 0 ? "No dissent was recorded." : `${formatNumberOf(against, "dissent")} recorded.`;
  return [
    { kind: "heading", level: 1, text: "Workshop decisions" },
    paragraph(
      `${formatNumberOf(decisions.length, "decision")} recorded. ${dissent} A decision is never changed; where a topic has several, the newest stands first.`,
    ),
    {
      kind: "table",
      caption: "Workshop decisions",
      showCaption: false,
      dense: false,
      columns: [
        { title: "Topic", align: "start", width: { share: 2 } },
        { title: "Decision and dissent", align: "start", width: { share: 4 } },
        { title: "Recorded", align: "start", width: { share: 2 } },
      ],
      rows: ordered(decisions, pillars).map(({ title, decision }) => decisionRow(title, decision)),
    },
  ];
};

/** In the order of the questionnaire, the newest of a topic first; what another version asked stands last under its id. */
function ordered(decisions: readonly ReportDecision[], pillars: ReportContext["pillars"]) {
  const topics = pillars.flatMap((pillar) => pillar.topics.map(({ topic }) => topic));
  const known = new Map(topics.map(({ id, title }, place) => [id, { title, place }]));
  return [...decisions]
    .reverse()
    .map((decision) => ({
      decision,
      ...(known.get(decision.topic) ?? { title: decision.topic, place: topics.length }),
    }))
    .sort((a, b) => a.place - b.place);
}

function decisionRow(title: string, { decision, dissent, present, by, on }: ReportDecision): Row {
  return {
    cells: cells(
      title,
      { text: [decision], under: dissent === "" ? [] : [[strong("Dissent: "), dissent]] },
      { text: [formatDay(on)], under: [[`by ${by}`], [`Present: ${formatNames(present)}`]] },
    ),
  };
}
