import { currentEvidence } from "../../scoring/read-values";
import type { Evidence } from "../../scoring/types";
import { answerWords } from "../../words/answers";
import { formatBand, formatDay, formatLevel, formatNumberOf, formatPercent } from "../../words/format";
import type { ReportContext } from "../context";
import type { Block, Cell, Inline, Row, Text } from "../document";
import { alert, cells, PAGE_BREAK, paragraph, soft, strong } from "../text";
import type { CriterionView, PillarView, TopicView } from "../views";
import type { Section } from "./section";

/** Every criterion with its answer, its evidence and its note: what the scores were computed from. */
export const answersAppendix: Section = (context) => [
  PAGE_BREAK,
  { kind: "heading", level: 1, text: "Answers" },
  paragraph(
    "All criteria in the order of the questionnaire, with the weights that the scores use. Under each statement stand its stage, its weight within the stage and the end of its id, which begins with that of its topic and never changes meaning.",
  ),
  ...context.pillars.flatMap((pillar) => pillarAnswers(context, pillar)),
];

function pillarAnswers(context: ReportContext, view: PillarView): readonly Block[] {
  const inScope = view.topics.filter(({ outOfScope }) => outOfScope === undefined);
  const outside = view.topics.filter(({ outOfScope }) => outOfScope !== undefined);
  return [
    { kind: "heading", level: 2, text: `Answers: ${view.pillar.title}` },
    ...(inScope.length === 0
      ? []
      : [
          {
            kind: "table",
            caption: `Answers of ${view.pillar.title}`,
            showCaption: false,
            dense: true,
            columns: [
              { title: "Criterion", align: "start", width: { share: 10 } },
              { title: "Answer", align: "start", width: { share: 6 } },
              { title: "Evidence, notes", align: "start", width: { share: 9 } },
            ],
            rows: inScope.flatMap((topic) => topicRows(context, topic)),
          } as const,
        ]),
    ...outside.map(({ topic, outOfScope, criteria }) =>
      paragraph(
        soft(
          `Out of scope: ${topic.title} (${formatNumberOf(criteria.length, "criterion", "criteria")}), as the answer is no to “${outOfScope ?? ""}”. Answers to it are kept and count nowhere.`,
        ),
      ),
    ),
  ];
}

function topicRows(context: ReportContext, view: TopicView): readonly Row[] {
  const { topic, score, datum } = view;
  const facts = [
    ...(topic.gate ? ["gate"] : []),
    `weight ${topic.weight}`,
    ...(score && datum
      ? [datum.stage.name, formatBand(score), `verified ${formatLevel(score.verified)}`]
      : ["not applicable, left out"]),
  ];
  const mark: Text = datum ? [{ mark: datum.stage }] : [];
  return [
    { group: [...mark, strong(topic.title), { text: ` ${topic.id}`, as: "code" }], aside: [facts.join(" · ")] },
    ...view.criteria.map((criterion) => criterionRow(context, criterion)),
  ];
}

function criterionRow({ stage, input }: ReportContext, view: CriterionView): Row {
  const { criterion, answer, detail } = view;
  const given = [detail.by, detail.on === undefined ? undefined : formatDay(detail.on)].filter(Boolean).join(", ");
  const reason: Inline[] = answer?.status === "not-applicable" && answer.reason !== "" ? [answer.reason] : [];
  const answerLines = [reason, given === "" ? [] : [given]].filter((line) => line.length > 0);
  return {
    cells: cells(
      {
        text: [criterion.statement],
        under: [[`${stage(criterion.stage).name} · weight ${criterion.weight} · `, { text: ownId(view), as: "code" }]],
      },
      { text: [answerWords(answer, criterion.unit)], under: answerLines },
      proof(view, input.claims.asOf),
    ),
  };
}

/** The last part of the id, where the line above its topic's criteria gives the rest. */
function ownId({ id, topic }: CriterionView): string {
  return id.startsWith(`${topic.id}.`) ? id.slice(topic.id.length + 1) : id;
}

/** What is verified, then the evidence that counts, the newest first, then what stood there before it. */
function proof(view: CriterionView, asOf: string): Cell {
  const { evidence, exception, detail, verified, answer } = view;
  const speaking = new Set(currentEvidence(evidence, asOf));
  const byDate = [...evidence].sort((one, other) => other.date.localeCompare(one.date));
  const replaced = byDate.filter((item) => isReplaced(item, { asOf, speaks: speaking.has(item) }));
  const lines: Text[] = byDate.filter((item) => !replaced.includes(item)).map((item) => evidenceLine(item, asOf));
  if (replaced.length > 0) lines.push([soft(replacedWords(replaced))]);
  if (detail.note !== undefined && detail.note.trim() !== "") lines.push([`Note: ${detail.note.trim()}`]);
  const risk = exception?.accepted === false ? "Proposed exception" : "Accepted risk";
  if (exception) lines.push([`${risk} until ${formatDay(exception.expires)}, ${exception.owner}`]);
  const claims = answer?.status === "met" || answer?.status === "partly";
  if (claims) return { text: [verifiedWords(verified, evidence.length)], under: lines };
  const [first, ...under] = lines;
  return { text: first ?? [], under };
}

function verifiedWords(verified: number | undefined, pieces: number): Inline {
  if (pieces === 0) return soft("No evidence");
  return verified === undefined || verified === 0 ? soft("Not verified") : `Verified ${formatPercent(verified)}`;
}

/** Whether a newer observation of its source has taken the place of a piece that was accepted. */
function isReplaced(item: Evidence, { asOf, speaks }: Readonly<{ asOf: string; speaks: boolean }>): boolean {
  return !speaks && item.accepted && !item.dismissed && item.date <= asOf;
}

/** "Replaced: 10 Nov 2025 85 %, 12 May 2025 59.3 %". */
function replacedWords(items: readonly Evidence[]): string {
  const told = items.map(({ date, coverage, verdict }) =>
    [formatDay(date), coverage === undefined ? verdict : formatPercent(coverage, { decimals: 1 })].join(" "),
  );
  return `Replaced by newer observations: ${told.join(", ")}`;
}

function evidenceLine(item: Evidence, asOf: string): Text {
  const parts: string[] = [formatDay(item.date)];
  if (item.source !== undefined && item.source !== item.title) parts.push(item.source);
  if (item.coverage !== undefined) parts.push(`measures ${formatPercent(item.coverage, { decimals: 1 })}`);
  else if (item.verdict === "supports") parts.push("supports");
  if (item.expires !== undefined) {
    parts.push(`${item.expires <= asOf ? "expired" : "until"} ${formatDay(item.expires)}`);
  }
  if (item.dismissed) parts.push("dismissed");
  else if (!item.accepted) parts.push("not accepted yet");
  else if (item.date > asOf) parts.push("after the as-of day");
  const against = item.verdict === "contradicts" ? [" · ", alert("contradicts")] : [];
  return [item.title, soft(` · ${parts.join(" · ")}`), ...against];
}
