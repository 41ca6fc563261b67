import { findingWords, METHOD_NAMES } from "../../review/review-words";
import { answerWords } from "../../words/answers";
import { formatDay, formatPercent } from "../../words/format";
import type { Contradiction } from "../contradictions";
import type { Block } from "../document";
import type { ReportFinding } from "../input";
import { cells } from "../text";
import type { CriterionView, TopicView } from "../views";

/** Claims that accepted evidence or a finding speaks against: both are shown, and only evidence moves the verified level. */
export function contradictionBlocks(topics: readonly TopicView[]): readonly Block[] {
  return [...evidenceBlocks(topics), ...findingBlocks(topics)];
}

function findingBlocks(topics: readonly TopicView[]): readonly Block[] {
  const rows = topics
    .flatMap(({ criteria }) => criteria)
    .flatMap((view) => view.differing.map((finding) => ({ view, finding })));
  if (rows.length === 0) return [];
  return [
    { kind: "heading", level: 3, text: "Where a finding differs" },
    {
      kind: "table",
      caption: "Claims that an assessor or reviewer found otherwise; a finding changes no score",
      showCaption: true,
      dense: false,
      columns: [
        { title: "Criterion", align: "start", width: { share: 1 } },
        { title: "Claimed", align: "start", width: { points: 84 } },
        { title: "Found", align: "start", width: { points: 150 } },
      ],
      rows: rows.map(({ view, finding }) => ({
        cells: cells(
          { text: [view.criterion.statement], under: [[view.topic.title]] },
          answerWords(view.answer, view.criterion.unit),
          { text: [findingWords(finding)], under: [[findingSource(finding)]] },
        ),
      })),
    },
  ];
}

function findingSource({ method, sample, note, by, on }: ReportFinding): string {
  const how = [METHOD_NAMES[method], sample].filter(Boolean).join(": ");
  return [how, note, `${by}, ${formatDay(on)}`].filter(Boolean).join(" · ");
}

function evidenceBlocks(topics: readonly TopicView[]): readonly Block[] {
  const rows = topics
    .flatMap(({ criteria }) => criteria)
    .flatMap((view) => view.contradictions.map((contradiction) => ({ view, contradiction })));
  if (rows.length === 0) return [];
  return [
    { kind: "heading", level: 3, text: "What evidence contradicts" },
    {
      kind: "table",
      caption: "Claims that accepted evidence contradicts",
      showCaption: false,
      dense: false,
      columns: [
        { title: "Criterion", align: "start", width: { share: 1 } },
        { title: "Claimed", align: "start", width: { points: 84 } },
        { title: "Evidence says", align: "start", width: { points: 150 } },
      ],
      rows: rows.map(({ view, contradiction }) => ({
        cells: cells(
          { text: [view.criterion.statement], under: [[view.topic.title]] },
          answerWords(view.answer, view.criterion.unit),
          { text: [verdictWords(contradiction)], under: [[sourceWords(contradiction, view)]] },
        ),
      })),
    },
  ];
}

function verdictWords({ measured }: Contradiction): string {
  return measured === null ? "it does not hold" : `${formatPercent(measured, { decimals: 1 })} measured`;
}

function sourceWords({ evidence }: Contradiction, view: CriterionView): string {
  const source = evidence.source === undefined || evidence.source === evidence.title ? "" : `${evidence.source}, `;
  const verified = view.verified === undefined ? "" : ` · verified ${formatPercent(view.verified)}`;
  return `${evidence.title} · ${source}${formatDay(evidence.date)}${verified}`;
}
