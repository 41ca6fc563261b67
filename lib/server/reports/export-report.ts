import { z } from "zod";
import { composeReport } from "../../core/reports/compose-report";
import type { AuditNote } from "../access/audit";
import { download } from "../access/door/download";
import type { Actor } from "../access/roles";
import type { ScopedDb } from "../platform/database/client";
import { renderPdf } from "../render/pdf";
import { readReport } from "./read-report";

export const exportReportSchema = z.strictObject({ snapshot: z.uuid().optional() });

type Ask = Readonly<{ slug: string; snapshot?: string }>;

/**
 * The report as a PDF. Read in the caller's transaction; written and drawn after it, as that takes a second or more.
 * @throws Problem not-found
 */
export async function exportReport(
  db: ScopedDb,
  actor: Actor,
  ask: Ask,
  audit: (note: AuditNote) => void,
): Promise<() => Promise<Response>> {
  const { input, logo, assessmentId } = await readReport(db, actor, ask);
  const { asOf } = input.claims;
  audit({
    action: "report.export",
    object: `assessment/${assessmentId}`,
    facts: { asOf, state: input.provenance.kind, ...(ask.snapshot ? { snapshot: ask.snapshot } : {}) },
  });
  return async () => {
    const pdf = await renderPdf(composeReport(input), { logo });
    const state = input.provenance.kind === "approved" ? "" : "-draft";
    return download({
      content: new Uint8Array(pdf),
      type: "application/pdf",
      name: `${actor.organizationSlug}-${ask.slug}-${asOf}${state}.pdf`,
    });
  };
}
