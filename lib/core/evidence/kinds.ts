/** What a piece of evidence is. */
export const EVIDENCE_KINDS = ["file", "link", "attestation", "scan"] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Whether something that was read names a kind. */
export function isEvidenceKind(value: unknown): value is EvidenceKind {
  return EVIDENCE_KINDS.some((kind) => kind === value);
}

/** How a reviewer found something out (NIST SP 800-53A: examine, interview, test). */
export const EVIDENCE_METHODS = ["examine", "interview", "test"] as const;
export type EvidenceMethod = (typeof EVIDENCE_METHODS)[number];
