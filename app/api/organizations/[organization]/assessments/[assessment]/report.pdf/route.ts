import { handler } from "@/lib/server/access/door/handler";
import { exportReport, exportReportSchema } from "@/lib/server/reports/export-report";

export const GET = handler({
  may: "report.export",
  input: exportReportSchema,
  run: ({ db, actor, params, input, audit }) =>
    exportReport(db, actor, { slug: params.assessment ?? "", ...input }, audit),
});
