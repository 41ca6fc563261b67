"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { formatCount, formatDay, formatLevel, formatNumberOf } from "@/lib/core/words/format";
import { ImportAnswers } from "./import-answers";
import type { Preview } from "./import-types";

type Props = Readonly<{
  preview: Preview;
  organization: string;
  /** Why the last attempt didn't go through. */
  problem?: string;
  onImport: () => void;
  onCancel: () => void;
}>;

/** What an import would change, and the decision. */
export function ImportPreview({ preview, organization, problem, onImport, onCancel }: Props) {
  const { file, answers } = preview;
  const ofKind = (kind: string) => answers.filter((row) => row.kind === kind);
  const [changed, fresh, notes] = [ofKind("changed"), ofKind("new"), ofKind("note")];
  const other = file.organization !== null && file.organization !== organization;
  return (
    <section aria-label="What would change" className="grid gap-3 border-t border-line pt-3">
      {problem && <Notice tone="danger" title={problem} live />}
      <p className="text-note text-ink-2">
        {[file.organization, file.questionnaire, formatNumberOf(file.answers, "answer")].filter(Boolean).join(" · ")}
      </p>
      {other && (
        <Notice tone="warning" title={`The file is of ${file.organization}; this organization is ${organization}.`} />
      )}
      <dl className="grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-4">
        <Figure name="new answers" value={fresh.length} />
        <Figure name="changed answers" value={changed.length} />
        <Figure name="answers stay" value={preview.unchanged} />
        <Figure name="evidence to add" value={preview.evidenceTotal} />
      </dl>
      <Section title="Answers that change" count={changed.length} open>
        <ImportAnswers rows={changed} />
      </Section>
      <Section title="Notes that change" count={notes.length} open>
        <ul className="grid gap-2">
          {notes.map((row) => (
            <li key={row.criterion} className="text-note">
              <p className="font-medium">{row.statement}</p>
              <p className="text-ink-2 line-through wrap-anywhere">{row.noteBefore}</p>
              <p className="wrap-anywhere">{row.noteAfter}</p>
            </li>
          ))}
        </ul>
      </Section>
      <Section title="New answers" count={fresh.length}>
        <ImportAnswers rows={fresh} />
      </Section>
      <Section title="Evidence to add, as not yet reviewed" count={preview.evidenceTotal}>
        <ul className="grid gap-1.5 text-note">
          {preview.evidence.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is shown once and never changes
            <li key={index} className="wrap-anywhere">
              <span className="font-medium">{item.title}</span> · {item.verdict} · {formatDay(item.date)}
              <span className="block text-small text-ink-2">{item.statement}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Exceptions" count={preview.exceptions.length} open>
        <ul className="grid gap-1.5 text-note">
          {preview.exceptions.map((row) => (
            <li key={row.criterion}>
              {row.statement} · {row.owner}, until {formatDay(row.expires)}
            </li>
          ))}
        </ul>
      </Section>
      <Section
        title="Profile and target"
        count={
          preview.profile.length +
          preview.organization.length +
          preview.target.length +
          preview.reasons.length +
          (preview.by ? 1 : 0)
        }
        open
      >
        <ul className="grid gap-1.5 text-note">
          {preview.profile.map((row) => (
            <li key={row.id}>
              {row.title} {factWords(row.before)} → <strong className="font-medium">{factWords(row.after)}</strong>
            </li>
          ))}
          {preview.organization.map((row) => (
            <li key={row.id}>
              {row.title}: {row.before} → <strong className="font-medium">{row.after}</strong>
            </li>
          ))}
          {preview.target.map((row) => (
            <li key={row.id}>
              Target of {row.title}: {row.before === null ? "none" : formatLevel(row.before)} →{" "}
              <strong className="font-medium">{formatLevel(row.after)}</strong>
            </li>
          ))}
          {preview.reasons.map((row) => (
            <li key={row.id} className="wrap-anywhere">
              Why {row.title} has this target: {row.before && <s className="text-ink-2">{row.before}</s>}{" "}
              <strong className="font-medium">{row.after}</strong>
            </li>
          ))}
          {preview.by && (
            <li>
              To be reached by: {preview.by.before ? formatDay(preview.by.before) : "no day"} →{" "}
              <strong className="font-medium">{formatDay(preview.by.after)}</strong>
            </li>
          )}
        </ul>
      </Section>
      <LeftOut preview={preview} />
      <div className="flex flex-wrap items-center gap-2">
        {!preview.empty && (
          <Button variant="primary" onClick={onImport}>
            Import
          </Button>
        )}
        <Button onClick={onCancel}>{preview.empty ? "Close" : "Cancel"}</Button>
        <p className="text-note text-ink-2">
          {preview.empty
            ? "Nothing would change: all that the file says is here already."
            : "All of it is imported, or nothing. What the file doesn't name stays."}
        </p>
      </div>
    </section>
  );
}

function LeftOut({ preview }: Readonly<{ preview: Preview }>) {
  const { reviewsDropped, exceptionsLeftOut, unknownCriteria, evidenceThere } = preview;
  return (
    <ul className="grid list-disc gap-1 pl-4 text-note text-ink-2">
      {evidenceThere > 0 && (
        <li>{formatNumberOf(evidenceThere, "piece of evidence is", "pieces of evidence are")} here already.</li>
      )}
      {reviewsDropped > 0 && (
        <li>
          {formatNumberOf(reviewsDropped, "verdict", "verdicts")} of reviewers in the file stay out: what they accepted
          or dismissed comes in as not yet reviewed.
        </li>
      )}
      {exceptionsLeftOut.length > 0 && (
        <li>
          {formatNumberOf(exceptionsLeftOut.length, "exception stays", "exceptions stay")} out, because accepting a
          deviation needs somebody else than who answers: {exceptionsLeftOut.map((row) => row.statement).join(" ")}
        </li>
      )}
      {unknownCriteria.length > 0 && (
        <li className="wrap-anywhere">
          {formatNumberOf(unknownCriteria.length, "criterion isn't", "criteria aren't")} in the version that this
          assessment is made on, and {unknownCriteria.length === 1 ? "stays" : "stay"} out: {unknownCriteria.join(", ")}
          .
        </li>
      )}
    </ul>
  );
}

function Figure({ name, value }: Readonly<{ name: string; value: number }>) {
  return (
    <div className="flex flex-col-reverse">
      <dt className="text-small text-ink-2">{name}</dt>
      <dd className="font-mono text-figure-small font-semibold">{formatCount(value)}</dd>
    </div>
  );
}

function Section({
  title,
  count,
  open,
  children,
}: Readonly<{ title: string; count: number; open?: boolean; children: ReactNode }>) {
  if (count === 0) return null;
  return (
    <details open={open} className="border-t border-line pt-2">
      <summary className="min-h-6 text-note font-medium">
        {title} <span className="font-normal text-ink-2">{formatCount(count)}</span>
      </summary>
      <div className="mt-2 max-h-112 overflow-y-auto">{children}</div>
    </details>
  );
}

function factWords(fact: boolean | null): string {
  return fact === null ? "not sure" : fact ? "yes" : "no";
}
