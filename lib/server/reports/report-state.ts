import type { ReportInput } from "../../core/reports/input";

/** The parts of a report that depend on whether it is of now or of a snapshot. */
export type ReportState = Pick<
  ReportInput,
  "questionnaire" | "claims" | "target" | "plan" | "details" | "exceptions" | "findings" | "sizes" | "selfAccepted"
>;
