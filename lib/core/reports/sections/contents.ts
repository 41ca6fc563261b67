import { formatCount, formatNumberOf } from "../../words/format";
import type { Block } from "../document";
import { alert, PAGE_BREAK } from "../text";
import type { Section } from "./section";

/** What is inside, and what a reader must know before believing any of it. */
export const contents: Section = ({ input, score }) => {
  const { organization, provenance, selfAccepted } = input;
  const caveats: string[] = [];
  if (organization.sample) caveats.push("The organization is made up, and so are its answers, evidence and plan.");
  if (provenance.kind === "draft") caveats.push("The assessment is not approved: answers and scores may still change.");
  if (provenance.kind === "file") {
    caveats.push("It was read from an assessment file; what the file calls accepted was not reviewed here.");
  }
  if (provenance.kind === "approved" && provenance.self) {
    caveats.push("It was approved or signed off by a person who answered in it too: nobody else has reviewed that.");
  }
  const open = score.inScope - score.answered;
  if (open > 0) {
    const criteria = formatNumberOf(score.inScope, "criterion", "criteria");
    caveats.push(`${formatCount(open)} of ${criteria} in scope ${open === 1 ? "is" : "are"} not known yet.`);
  }
  const evidence = selfAccepted?.evidence ?? 0;
  const left = selfAccepted?.notApplicable ?? 0;
  if (evidence > 0) {
    caveats.push(
      `${formatNumberOf(evidence, "piece")} of evidence ${evidence === 1 ? "was" : "were"} accepted by the person who gave the answer: the verified level rests on that.`,
    );
  }
  if (left > 0) {
    caveats.push(
      `${formatNumberOf(left, "answer")} of “not applicable” ${left === 1 ? "was" : "were"} accepted by the person who gave ${left === 1 ? "it" : "them"}.`,
    );
  }
  const blocks: Block[] = [PAGE_BREAK, { kind: "contents" }];
  if (caveats.length > 0) {
    blocks.push({
      kind: "callout",
      tone: organization.sample ? "alert" : "note",
      title: "Before reading on",
      text: organization.sample ? [alert(caveats[0] ?? ""), ` ${caveats.slice(1).join(" ")}`] : [caveats.join(" ")],
    });
  }
  return blocks;
};
