import type { EvidenceKind } from "../evidence/kinds";
import type { Evidence } from "../scoring/types";
import type { PieceFacts } from "./to-claims";

/** A piece of evidence and what it says of each criterion. */
export type PieceToAdd = Readonly<
  Pick<Evidence, "title" | "date" | "expires" | "source"> &
    Omit<PieceFacts, "kind" | "file"> & {
      kind: EvidenceKind;
      says: readonly Pick<Evidence, "criterion" | "verdict" | "coverage">[];
    }
>;

/**
 * Puts entries of a file together: those that say the same of themselves are one piece that speaks to several criteria. Two of
 * one criterion stay two. What names no kind is a scan where it has a source, a link where it has an address.
 */
export function groupPieces(evidence: readonly (Evidence & PieceFacts)[]): readonly PieceToAdd[] {
  const pieces: { key: string; facts: Omit<PieceToAdd, "says">; says: PieceToAdd["says"][number][] }[] = [];
  for (const item of evidence) {
    const { criterion, verdict, coverage, title, date, expires, source, file, ...rest } = item;
    const { link, owner, method, sampled, population, sampledFrom } = rest;
    const kind = rest.kind ?? (source ? "scan" : link ? "link" : "attestation");
    const facts = { kind, title, date, expires, source, link, owner, method, sampled, population, sampledFrom };
    const key = JSON.stringify([...Object.values(facts).map((value) => value ?? null), file?.sha256 ?? null]);
    const known = pieces.find((piece) => piece.key === key && !piece.says.some((said) => said.criterion === criterion));
    if (known) known.says.push({ criterion, verdict, coverage });
    else pieces.push({ key, facts, says: [{ criterion, verdict, coverage }] });
  }
  return pieces.map(({ facts, says }) => ({ ...facts, says }));
}
