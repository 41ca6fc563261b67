import {
  formatCompleteness,
  formatCount,
  formatDay,
  formatLevel,
  formatMoment,
  formatNumberOf,
} from "../../words/format";
import type { ReportContext } from "../context";
import type { Cover, RunningLines } from "../document";
import { headlineFigure } from "./headline-figure";

const SAMPLE = "Sample organization: nothing in this report is real";
const COVER_WIDTH = 448; // 158 mm between the cover's margins, in points
const LONGEST_RUNNING = 78;
const LONGEST_NAME = 160;
const LONGEST_SCOPE = 300;

/** The first page: whose it is, of when, who stands behind it, and the score. */
export function composeCover(context: ReportContext): Cover {
  const { input, score } = context;
  const { organization, assessment, questionnaire, claims, provenance } = input;
  const facts = [
    { label: "As of", value: formatDay(claims.asOf) },
    { label: "State", value: stateWords(context) },
    ...(provenance.kind === "approved" ? [{ label: "Content hash", value: provenance.hash }] : []),
    { label: "Questionnaire", value: `${questionnaire.title}, ${questionnaire.id} ${questionnaire.version}` },
    {
      label: "Completeness",
      value:
        score.inScope === 0
          ? "no criterion is in scope"
          : `${formatCount(score.answered)} of ${formatNumberOf(score.inScope, "criterion", "criteria")} known (${formatCompleteness(score.answered, score.inScope)})`,
    },
    ...targetFacts(context),
    { label: "Made", value: `${formatMoment(new Date(input.generatedAt), input.timeZone)} with Plumbline` },
  ];
  return {
    kind: "Zero Trust maturity assessment",
    organization: shorten(organization.name, LONGEST_NAME),
    assessment: shorten(assessment.name, LONGEST_NAME),
    scope: assessment.scope === "" ? "" : `Scope: ${shorten(assessment.scope, LONGEST_SCOPE)}`,
    ...(organization.sample ? { sample: SAMPLE } : {}),
    facts,
    headline: headlineFigure(context, COVER_WIDTH),
    ...(organization.logo === undefined ? {} : { logo: organization.logo }),
    // A colour that can't be drawn costs its bar, not the report.
    ...(/^#[0-9a-f]{6}$/i.test(organization.colour ?? "") ? { colour: organization.colour } : {}),
  };
}

/** What stands above and below each page. */
export function composeRunningLines({ input }: ReportContext): RunningLines {
  const { organization, assessment, questionnaire, claims, provenance } = input;
  const name =
    organization.sample && !/\(sample\)/i.test(organization.name) ? `${organization.name} (sample)` : organization.name;
  const standing = { draft: "draft", file: "from a file, not reviewed", approved: "approved" }[provenance.kind];
  const hash = provenance.kind === "approved" ? ` · ${provenance.hash.slice(0, 12)}` : "";
  return {
    left: shorten(`${name} · ${assessment.name}`, LONGEST_RUNNING),
    right: `As of ${formatDay(claims.asOf)} · ${standing}${hash} · ${questionnaire.id} ${questionnaire.version}`,
    below: organization.sample ? `Plumbline · ${SAMPLE}` : "Plumbline · Zero Trust maturity assessment",
  };
}

function stateWords({ input: { provenance, assessment } }: ReportContext): string {
  if (provenance.kind === "approved") return `Approved by ${provenance.by} on ${formatDay(provenance.on)}`;
  if (provenance.kind === "file") return "Draft: read from an assessment file, not reviewed here";
  return assessment.state === "in-review" ? "Draft: in review, not approved yet" : "Draft: not approved yet";
}

function targetFacts({ input, target }: ReportContext): readonly Readonly<{ label: string; value: string }>[] {
  if (target === undefined) return [];
  const by = input.target.by === undefined ? "" : ` by ${formatDay(input.target.by)}`;
  return [{ label: "Target", value: `${formatLevel(target)} overall${by}` }];
}

/** One line of at most so many letters. */
function shorten(text: string, most: number): string {
  const letters = [...text.replace(/\s+/g, " ").trim()];
  return letters.length <= most ? letters.join("") : `${letters.slice(0, most - 1).join("")}…`;
}
