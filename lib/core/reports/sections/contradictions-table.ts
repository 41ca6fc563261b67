import { answerWords } from "../../words/answers";
import { formatDay, formatPercent } from "../../words/format";
import type { Contradiction } from "../contradictions";
import type { Block } from "../document";
import { cells } from "../text";
import type { CriterionView, TopicView } from "../views";

/** Claims that accepted evidence speaks against: both are shown, and the verified level follows the evidence. */
export function contradictionBlocks(topics: readonly TopicView[]): readonly Block[] {
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
