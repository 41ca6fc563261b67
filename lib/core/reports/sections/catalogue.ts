import { acceptedRisk } from "./accepted-risk";
import { answersAppendix } from "./answers-appendix";
import { contents } from "./contents";
import { executiveSummary } from "./executive-summary";
import { howToRead } from "./how-to-read";
import { method } from "./method";
import { pillarFindings } from "./pillar-findings";
import { principlesAndDrivers } from "./principles-and-drivers";
import { results } from "./results";
import { roadmap } from "./roadmap";
import type { Section } from "./section";
import { sources } from "./sources";
import { workshopDecisions } from "./workshop-decisions";

/** The report from front to back, below its cover. A new section is one file and one line here. */
export const SECTIONS: readonly Section[] = [
  contents,
  executiveSummary,
  howToRead,
  results,
  pillarFindings,
  principlesAndDrivers,
  roadmap,
  acceptedRisk,
  workshopDecisions,
  method,
  answersAppendix,
  sources,
];
