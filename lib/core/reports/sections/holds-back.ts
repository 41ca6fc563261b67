import { gainItem, gateItem, type HoldBackItem } from "../../dashboard/hold-back";
import { formatNames, formatNumberOf } from "../../words/format";
import type { ReportContext } from "../context";
import type { Block, Text } from "../document";
import { NO_LINKS } from "../no-links";
import { bullets, fineGain, paragraph, sentence, soft, strong } from "../text";

const MOST_GATES = 3;
const MOST_GAINS = 2;
const MOST_ASKED = 3;

/** Short gates first, then the single criteria with the largest gain, and what to ask next. */
export function holdsBack(context: ReportContext): readonly Block[] {
  const { gates, open, index, reasons } = context;
  const gateTexts = gates.slice(0, MOST_GATES).map((gate) => gateText(gateItem(NO_LINKS, gate, reasons, index)));
  const more = gates.length - MOST_GATES;
  if (more > 0) {
    const named = more === 1 ? "is short; the findings name it" : "are short; the findings name them";
    gateTexts.push([soft(`${formatNumberOf(more, "more gate")} ${named}.`)]);
  }
  const gains = [...open.values()]
    .filter(({ gain }) => gain.overall > 0)
    .sort((a, b) => b.gain.overall - a.gain.overall)
    .slice(0, MOST_GAINS)
    .map((item): Text => {
      const { title, detail, gain } = gainItem(NO_LINKS, item, index);
      return [`${title} `, soft(`${fineGain(gain)} overall. ${sentence(detail)}`)];
    });
  if (gateTexts.length + gains.length === 0) return [];
  return [
    { kind: "heading", level: 2, text: "What holds it back" },
    ...bullets(...gateTexts),
    ...(gains.length === 0 ? [] : [paragraph("Of single criteria, these would gain most:"), ...bullets(...gains)]),
    ...askBlocks(context),
  ];
}

/** One short gate: what closing it gains, what is open, and what the pillar's next stage needs besides. */
export function gateText({ title, detail, gain }: HoldBackItem): Text {
  return [strong(title), `: ${fineGain(gain)} overall. `, soft(sentence(detail))];
}

/** The topics whose unknown criteria widen the band most. */
function askBlocks({ questions, index }: ReportContext): readonly Block[] {
  const topics = new Set(questions.map(({ topic }) => topic));
  if (topics.size === 0) return [];
  const named = [...topics].slice(0, MOST_ASKED).map((id) => {
    const { topic, pillar } = index.topicOf(id);
    return `${topic.short} (${pillar.title})`;
  });
  return [paragraph(strong("Ask next"), ` about ${formatNames(named)}: answers there narrow the band most.`)];
}
