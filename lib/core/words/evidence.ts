import type { EvidenceKind, EvidenceMethod } from "../evidence/kinds";
import type { EvidenceFilter } from "../evidence/list-evidence";
import { formatCount } from "./format";

const KINDS: Readonly<Record<EvidenceKind, string>> = {
  file: "File",
  link: "Link",
  attestation: "Attestation",
  scan: "Scan",
};

const METHODS: Readonly<Record<EvidenceMethod, string>> = {
  examine: "Examining documents or settings",
  interview: "Interviewing people",
  test: "Testing it",
};

const DONE: Readonly<Record<EvidenceMethod, string>> = {
  examine: "examined",
  interview: "interviewed",
  test: "tested",
};

export function kindWords(kind: EvidenceKind): string {
  return KINDS[kind];
}

export function methodWords(method: EvidenceMethod): string {
  return METHODS[method];
}

type Attested = Readonly<{ method?: EvidenceMethod; sampled?: number; population?: number; sampledFrom?: string }>;

/** How something was found out: "tested 25 of 1,204 laptops"; empty where nothing is said. */
export function attestationWords({ method, sampled, population, sampledFrom }: Attested): string {
  const numbers = [sampled, population].flatMap((count) => (count === undefined ? [] : [formatCount(count)]));
  return [method && DONE[method], numbers.join(" of "), sampledFrom].filter(Boolean).join(" ");
}

const KB = 1_000;
const MB = 1_000_000;

/** "412 bytes", "38 KB", "2.4 MB". */
export function formatBytes(bytes: number): string {
  if (bytes < KB) return `${formatCount(bytes)} bytes`;
  return bytes < MB ? `${formatCount(Math.round(bytes / KB))} KB` : `${(bytes / MB).toFixed(1)} MB`;
}

const FILTERS: Readonly<Record<EvidenceFilter, string>> = {
  "to-accept": "To accept",
  expiring: "Expiring",
  expired: "Expired",
  contradicts: "Contradicts",
  unused: "Unused",
};

export function filterWords(filter: EvidenceFilter): string {
  return FILTERS[filter];
}
