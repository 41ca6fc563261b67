import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Table, Td, Th } from "@/components/ui/table";
import type { EvidenceVerdict } from "@/lib/core/dashboard/explain/evidence-verdicts";
import type { CriterionExplanation } from "@/lib/core/dashboard/explain/explain-criterion";
import type { MeasureName } from "@/lib/core/dashboard/explain/formula";
import { GAIN_DIGITS } from "@/lib/core/dashboard/hold-back";
import { formatDay, formatGain, formatPercent } from "@/lib/core/words/format";
import { Section } from "./section";
import { valueText } from "./topic-view";

/** What is kept beside an answer. */
export type CriterionDetail = Readonly<{
  /** "by Security lead at 27 Nov 2026 14:32 UTC", "" where nobody has answered. */
  changed: string;
  note: string;
  exception?: Readonly<{ owner: string; reason: string; risk: string; expires: string }>;
}>;

type Props = Readonly<{ explanation: CriterionExplanation; detail: CriterionDetail }>;

const MEASURES: readonly Readonly<{ id: MeasureName; name: string }>[] = [
  { id: "claimed", name: "Claimed" },
  { id: "upTo", name: "Up to" },
  { id: "verified", name: "Verified" },
];

/** What an answer counts for, what stands behind it, and what meeting the criterion would bring. */
export function CriterionView({ explanation, detail }: Props) {
  const { criterion, topic, pillar, topicHref, stage, answerText, inScope, values, shareOfStage } = explanation;
  return (
    <>
      <section
        aria-label="The answer"
        className="grid gap-x-8 gap-y-4 rounded-md border border-line bg-raised px-4.5 py-4 max-sm:px-3.5 lg:grid-cols-2"
      >
        <div className="min-w-0">
          <p className="text-small text-ink-2">Answer</p>
          <p className="text-head font-semibold">{answerText}</p>
          {detail.changed && <p className="text-small text-ink-2">{detail.changed}</p>}
          {explanation.answer?.status === "not-applicable" && (
            <p className="mt-1.5 text-note">Reason: {explanation.answer.reason}</p>
          )}
          {detail.note && <p className="mt-1.5 text-note whitespace-pre-line">{detail.note}</p>}
          <p className="mt-1.5 text-note text-ink-2">
            A criterion at {stage} of{" "}
            <Link href={topicHref} className="link">
              {topic.title}
            </Link>{" "}
            in{" "}
            <Link href={pillar.href} className="link">
              {pillar.title}
            </Link>
            , weight {criterion.weight}
            {shareOfStage !== undefined && `: ${formatPercent(shareOfStage)} of its stage`}.
            {!inScope && " The topic is out of scope, so the answer is kept and doesn’t count."}
          </p>
        </div>
        <dl className="grid grid-cols-3 gap-3 self-start">
          {MEASURES.map(({ id, name }) => (
            <div key={id}>
              <dt className="text-small text-ink-2">{name}</dt>
              <dd className="font-mono text-figure-small font-semibold">{valueText(values[id])}</dd>
            </div>
          ))}
        </dl>
      </section>
      <Effect explanation={explanation} />
      <Section title="What evidence verifies" intro={explanation.verified}>
        <EvidenceTable verdicts={explanation.evidence} />
        <p className="mt-3 text-note text-ink-2">What counts as evidence: {criterion.evidence}</p>
      </Section>
      {detail.exception && (
        <Section
          title="Accepted deviation"
          intro="An exception changes no value: the criterion stays as it is answered."
        >
          <p>
            {detail.exception.reason} Owner: {detail.exception.owner}. Until {formatDay(detail.exception.expires)}.
          </p>
          {detail.exception.risk && <p className="mt-1.5 text-note text-ink-2">Risk: {detail.exception.risk}</p>}
        </Section>
      )}
      <Section title="How to check it">
        <p className="max-w-[75ch]">{criterion.check}</p>
        <ul className="mt-2 list-disc pl-5 text-note text-ink-2">
          {criterion.look.map((place) => (
            <li key={place}>{place}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}

/** Nothing where it is wholly met or doesn't count. */
function Effect({ explanation }: Readonly<{ explanation: CriterionExplanation }>) {
  const { open, question } = explanation;
  if (!open) return null;
  const gains = [
    { name: "in its topic", gain: open.gain.topic },
    { name: "in its pillar", gain: open.gain.pillar },
    { name: "overall", gain: open.gain.overall },
  ];
  return (
    <Section
      title="What meeting it would bring"
      intro={open.opens ? `${open.opens}.` : "It alone opens no further stage."}
    >
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        {gains.map(({ name, gain }) => (
          <div key={name}>
            <dt className="text-small text-ink-2">{name}</dt>
            <dd className="font-mono text-head font-semibold">{formatGain(gain, GAIN_DIGITS)}</dd>
          </div>
        ))}
      </dl>
      {question && (
        <p className="mt-3 text-note text-ink-2">
          It is not known yet. Met would raise the overall level by {formatGain(question.ifMet, GAIN_DIGITS)}; not met
          would lower what it may be at best by {formatGain(question.ifNotMet, GAIN_DIGITS).replace("+", "")}.
        </p>
      )}
    </Section>
  );
}

function EvidenceTable({ verdicts }: Readonly<{ verdicts: readonly EvidenceVerdict[] }>) {
  if (verdicts.length === 0) return <p className="text-note">No evidence is attached.</p>;
  return (
    <Table caption="Evidence and whether it counts">
      <thead>
        <tr>
          <Th>Evidence</Th>
          <Th>Dated</Th>
          <Th>Source</Th>
          <Th>Counts</Th>
        </tr>
      </thead>
      <tbody>
        {verdicts.map(({ evidence, counts, why }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two pieces may be alike, and the list doesn't reorder
          <tr key={i}>
            <Th scope="row">
              {evidence.title} {evidence.verdict === "contradicts" && <Badge tone="danger">contradicts</Badge>}
            </Th>
            <Td className="whitespace-nowrap">{formatDay(evidence.date)}</Td>
            <Td>{evidence.source ?? ""}</Td>
            <Td>
              <b className="font-semibold">{counts ? "Yes" : "No"}</b>. {why}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
