import type { Questionnaire } from "../../core/content/types";
import { formatNames } from "../../core/words/format";
import { type FieldProblem, Problem } from "../platform/problem";
import type { Target } from "./read-assessment";

/**
 * Holds profile and target to the questionnaire: facts and pillars that it knows, levels that it has.
 * @throws Problem invalid with every field that doesn't fit
 */
export function checkScope(
  questionnaire: Questionnaire,
  { profile, target }: Readonly<{ profile?: Readonly<Record<string, boolean>>; target?: Target }>,
): void {
  const facts = questionnaire.profile.map((fact) => fact.id);
  const pillars = questionnaire.pillars.map((pillar) => pillar.id);
  const highest = questionnaire.stages.length;
  const fields: FieldProblem[] = [];
  for (const fact of Object.keys(profile ?? {})) {
    if (!facts.includes(fact))
      fields.push({ path: `profile.${fact}`, message: `Known facts are ${formatNames(facts)}.` });
  }
  for (const [pillar, level] of Object.entries(target?.pillars ?? {})) {
    const path = `target.pillars.${pillar}`;
    if (!pillars.includes(pillar)) fields.push({ path, message: `Known pillars are ${formatNames(pillars)}.` });
    else if (level > highest) fields.push({ path, message: `Enter a level from 1 to ${highest}, such as 2.4.` });
  }
  for (const pillar of Object.keys(target?.reasons ?? {})) {
    if (!pillars.includes(pillar))
      fields.push({ path: `target.reasons.${pillar}`, message: `Known pillars are ${formatNames(pillars)}.` });
  }
  if (fields.length > 0) throw new Problem("invalid", "Some of what was sent doesn't fit the questionnaire.", fields);
}
