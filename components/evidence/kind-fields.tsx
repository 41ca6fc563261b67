"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { EVIDENCE_METHODS, type EvidenceKind } from "@/lib/core/evidence/kinds";
import { methodWords } from "@/lib/core/words/evidence";
import type { EvidenceFields } from "./types";

type Props = Readonly<{
  kind: EvidenceKind;
  first: (name: string, value: string | undefined) => string;
  piece?: Partial<EvidenceFields>;
  error: (path: string) => string | undefined;
}>;

/** What only one kind of evidence has: a link's address, an attestation's method and sample, an observation's source. */
export function KindFields({ kind, first, piece, error }: Props) {
  const text = (name: "link" | "source" | "sampledFrom", label: string, optional?: string, placeholder?: string) => (
    <Field label={label} optional={optional} required={!optional} error={error(name)}>
      {(ties) => (
        <Input
          {...ties}
          name={name}
          inputMode={name === "link" ? "url" : undefined}
          defaultValue={first(name, piece?.[name])}
          maxLength={name === "link" ? 2000 : 200}
          autoComplete="off"
          placeholder={placeholder}
        />
      )}
    </Field>
  );
  const number = (name: "sampled" | "population", label: string) => (
    <Field label={label} optional="optional" error={error(name)}>
      {(ties) => (
        <Input
          {...ties}
          figures
          inputMode="numeric"
          name={name}
          defaultValue={first(name, piece?.[name]?.toString())}
          maxLength={12}
          autoComplete="off"
        />
      )}
    </Field>
  );
  if (kind === "link") return text("link", "Link", undefined, "https://");
  if (kind === "scan") {
    return (
      <>
        {text("source", "Source", undefined, "Scanner or system")}
        {text("link", "Link", "optional", "https://")}
      </>
    );
  }
  if (kind === "file") return text("source", "Source", "optional", "System that it was exported from");
  return (
    <>
      <Field label="Found out by" required error={error("method")}>
        {(ties) => (
          <Select
            {...ties}
            name="method"
            defaultValue={first("method", piece?.method) || "examine"}
            options={EVIDENCE_METHODS.map((value) => ({ value, label: methodWords(value) }))}
          />
        )}
      </Field>
      <div className="grid grid-cols-2 gap-2">
        {number("sampled", "Looked at")}
        {number("population", "Out of")}
      </div>
      {text("sampledFrom", "Of what", "optional", "laptops, contracts, rules")}
    </>
  );
}
