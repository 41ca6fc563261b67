import type { ReportContext } from "../context";
import type { Block } from "../document";

/** One part of a report: what it says of a context, as blocks. Empty where it has nothing to say. */
export type Section = (context: ReportContext) => readonly Block[];
