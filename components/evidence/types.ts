import type { Sent } from "@/components/forms/send";
import type { EvidenceKind, EvidenceMethod } from "@/lib/core/evidence/kinds";

/** What a form says of a piece of evidence, as the route takes it. */
export type EvidenceFields = Readonly<{
  kind: EvidenceKind;
  title: string;
  date: string;
  expires?: string;
  source?: string;
  link?: string;
  owner?: string;
  method?: EvidenceMethod;
  sampled?: number;
  population?: number;
  sampledFrom?: string;
  criteria: readonly SaidOf[];
}>;

/** What a piece says of one criterion. */
export type SaidOf = Readonly<{ criterion: string; verdict: "supports" | "contradicts"; coverage?: number }>;

export type SendEvidence = (
  fields: EvidenceFields,
  file: File | null,
  tools: Readonly<{ signal: AbortSignal; onProgress: (share: number) => void }>,
) => Promise<Sent<unknown>>;
