import { z } from "zod";
import { EVIDENCE_FILTERS, EVIDENCE_SORTS } from "./list-evidence";

/** The list of evidence as it stands in the address; what can't be read counts as not given. */
export const evidenceQuery = z.object({
  /** Words to find. */
  q: z.string().trim().max(100).default("").catch(""),
  state: z.enum(EVIDENCE_FILTERS).optional().catch(undefined),
  sort: z.enum(EVIDENCE_SORTS).default("date").catch("date"),
  /** Not the first rows alone. */
  all: z
    .string()
    .optional()
    .transform((given) => given !== undefined)
    .catch(false),
});
export type EvidenceQuery = z.output<typeof evidenceQuery>;

/** The address of a list; what is as usual is left out, so that links stay short. */
export function evidenceAddress(path: string, { q, state, sort, all }: Partial<EvidenceQuery>): string {
  const query = new URLSearchParams({
    ...(q ? { q } : {}),
    ...(state ? { state } : {}),
    ...(sort && sort !== "date" ? { sort } : {}),
    ...(all ? { all: "" } : {}),
  }).toString();
  return query ? `${path}?${query}` : path;
}
