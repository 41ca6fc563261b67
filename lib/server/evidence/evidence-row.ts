import type { EvidenceView } from "../../core/walk/evidence-view";
import { evidenceOf } from "../assessments/read-assessment";
import type { Evidence } from "../platform/database/generated/client";

/** A piece of evidence as clients get it. */
export function evidenceView(row: Evidence): EvidenceView {
  return {
    ...evidenceOf(row),
    id: row.id,
    addedBy: row.addedBy,
    ...(row.link ? { link: row.link } : {}),
    ...(row.acceptedBy ? { acceptedBy: row.acceptedBy } : {}),
    ...(row.dismissedBy ? { dismissedBy: row.dismissedBy } : {}),
    ...(row.dismissedReason ? { dismissedReason: row.dismissedReason } : {}),
  };
}
