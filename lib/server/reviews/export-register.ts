import { registerCsv, sortRegister } from "../../core/review/exception-register";
import type { AuditNote } from "../access/audit";
import { download } from "../access/door/download";
import type { Actor } from "../access/roles";
import type { ScopedDb } from "../platform/database/client";
import { readRegister } from "./read-register";

/**
 * The register of accepted risk as CSV, what lapses soonest first.
 * @throws Problem not-found
 */
export async function exportRegister(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  audit: (note: AuditNote) => void,
): Promise<Response> {
  const { rows, asOf } = await readRegister(db, actor, slug);
  audit({ action: "exceptions.export", object: `assessment/${slug}`, facts: { exceptions: rows.length } });
  return download({
    content: registerCsv(sortRegister(rows, "until", "ascending")),
    type: "text/csv; charset=utf-8",
    name: `${actor.organizationSlug}-${slug}-exceptions-${asOf}.csv`,
  });
}
