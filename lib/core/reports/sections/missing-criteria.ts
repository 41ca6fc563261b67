import { gateItem } from "../../dashboard/hold-back";
import { unlockWords } from "../../dashboard/unlock-words";
import { answerWords } from "../../words/answers";
import { formatCount } from "../../words/format";
import type { ReportContext, ScoredPillar } from "../context";
import type { Block } from "../document";
import { NO_LINKS } from "../no-links";
import { bullets, cells, figures, fineGain, paragraph, soft } from "../text";
import { gateText } from "./holds-back";

const MOST_ROWS = 8;

/** What a pillar lacks: its short gates, then the open criteria with the largest gains. */
export function missingBlocks(context: ReportContext, { pillar, topics }: ScoredPillar): readonly Block[] {
  const { open, gates, stage, index, reasons } = context;
  const inPillar = topics
    .flatMap(({ criteria }) => criteria)
    .flatMap((view) => {
      const item = open.get(view.id);
      return item ? [{ view, item }] : [];
    });
  const heading: Block = { kind: "heading", level: 3, text: "What is missing" };
  if (inPillar.length === 0)
    return [heading, paragraph(`Nothing: every criterion of ${pillar.title} in scope is met.`)];
  const ranked = [...inPillar].sort((a, b) => b.item.gain.pillar - a.item.gain.pillar);
  const shown = ranked.slice(0, MOST_ROWS);
  const rest = inPillar.length - shown.length;
  const blocks: Block[] = [heading];
  const short = gates.filter((gate) => gate.pillar === pillar.id);
  blocks.push(...bullets(...short.map((gate) => gateText(gateItem(NO_LINKS, gate, reasons, index)))));
  blocks.push({
    kind: "table",
    caption:
      rest > 0
        ? `Open criteria with the largest gain in ${pillar.title}, ${formatCount(shown.length)} of ${formatCount(inPillar.length)}; the answers list the rest`
        : `Open criteria, by gain in ${pillar.title}`,
    showCaption: true,
    dense: false,
    columns: [
      { title: "If this were met", align: "start", width: { share: 1 } },
      { title: "Answer now", align: "start", width: { points: 78 } },
      { title: "Pillar gain", align: "end", width: { points: 62 } },
      { title: "Overall gain", align: "end", width: { points: 62 } },
    ],
    rows: shown.map(({ view, item }) => {
      const opens = unlockWords(item.unlocks, index);
      return {
        cells: cells(
          {
            text: [view.criterion.statement],
            under: [[[view.topic.title, stage(item.stage).name, ...(opens ? [opens] : [])].join(" · ")]],
          },
          answerWords(view.answer, view.criterion.unit),
          [figures(fineGain(item.gain.pillar))],
          [figures(fineGain(item.gain.overall))],
        ),
      };
    }),
  });
  const idle = inPillar.filter(({ item }) => item.gain.pillar === 0).length;
  if (idle > 0) {
    blocks.push(
      paragraph(
        soft(
          `${formatCount(idle)} of the ${formatCount(inPillar.length)} open criteria ${idle === 1 ? "gains" : "gain"} nothing alone, as the stage below ${idle === 1 ? "it" : "them"} holds nothing yet.`,
        ),
      ),
    );
  }
  return blocks;
}
