import { z } from "zod";
import type { Questionnaire } from "../../core/content/types";
import { planImport } from "../../core/portable/plan-import";
import { ASSESSMENT_FORMAT, type AssessmentFile, type FileAnswer } from "../../core/portable/schema";
import { type Picks, pickedAnswers, UNKNOWN_PICK } from "../../core/quick-check/picked-answers";
import type { AuditNote } from "../access/audit";
import { type Actor, can } from "../access/roles";
import { storedQuestionnaire } from "../content/questionnaire-store";
import type { ScopedDb } from "../platform/database/client";
import type { Assessment } from "../platform/database/generated/client";
import { type FieldProblem, forbidden, Problem } from "../platform/problem";
import { readAssessmentFile } from "./assessment-file";
import { readAssessment } from "./read-assessment";
import { type BroughtIn, writeAnswers } from "./write-answers";

/** Where the first answers of an assessment come from: another assessment of the organization, or a quick check in the browser. */
export const fillSourceSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("copy"), assessment: z.string().max(200), notes: z.enum(["copy", "leave"]) }),
  z.strictObject({ kind: z.literal("quick-check"), picks: z.record(z.string().max(200), z.string().max(60)) }),
]);
export type FillSource = z.output<typeof fillSourceSchema>;

type Filled = Readonly<{ answers: readonly FileAnswer[]; how: BroughtIn; facts: Readonly<Record<string, string>> }>;

/**
 * Gives an empty assessment its first answers, the way a file is brought in: nothing counts as accepted, and each answer's
 * history says where it came from.
 *
 * @returns how many answers were written
 * @throws Problem forbidden; not-found when the other assessment isn't there for the actor; invalid when a pick doesn't fit
 */
export async function fillAssessment(
  db: ScopedDb,
  actor: Actor,
  assessment: Assessment,
  source: FillSource,
  audit: (note: AuditNote) => void,
): Promise<number> {
  if (!can(actor, "answers.write")) throw forbidden("answers.write");
  const { questionnaire } = await storedQuestionnaire(db, assessment.questionnaire, assessment.version);
  const { answers, how, facts } =
    source.kind === "copy"
      ? await copyOf(db, actor, questionnaire, source)
      : { answers: pickedFile(questionnaire, source.picks), how: "quick-check" as const, facts: {} };
  const { id, version } = questionnaire;
  const file: AssessmentFile = { format: ASSESSMENT_FORMAT, questionnaire: { id, version }, answers: [...answers] };
  const plan = planImport({ ...EMPTY, questionnaire }, file);
  await writeAnswers(db, actor, assessment, plan.answers, how);
  audit({
    action: "assessment.fill",
    object: `assessment/${assessment.id}`,
    facts: { how, ...facts, answers: plan.answers.map(({ criterion }) => ({ criterion, version: 1 })) },
    values: {
      answers: plan.answers.map(({ criterion, after, noteAfter }) => ({
        criterion,
        before: null,
        after: { ...after, ...(noteAfter ? { note: noteAfter } : {}) },
      })),
    },
  });
  return plan.answers.length;
}

const EMPTY = {
  answers: new Map(),
  evidence: [],
  exceptions: new Map(),
  profile: {},
  organization: {},
  target: { pillars: {} },
  mayAcceptOwn: false,
};

/** Answers with their coverage and reasons, and notes where wanted. Evidence, exceptions and acceptance speak of the other scope alone. */
async function copyOf(
  db: ScopedDb,
  actor: Actor,
  questionnaire: Questionnaire,
  { assessment: slug, notes }: Extract<FillSource, { kind: "copy" }>,
): Promise<Filled> {
  const state = await readAssessment(db, actor, slug);
  if (state.assessment.questionnaire !== questionnaire.id) {
    const message = `It is made on ${state.assessment.questionnaire}; a copy needs one on ${questionnaire.id}.`;
    throw new Problem("invalid", "That assessment can't be copied.", [{ path: "from.assessment", message }]);
  }
  const file = await readAssessmentFile(db, state, actor.organizationName);
  const answers = file.answers.flatMap(({ evidence: _, exception: __, accepted: ___, note, ...answer }) => {
    const kept = notes === "copy" && note ? { note } : {};
    // A criterion with evidence or a note alone is "unknown" in a file, though nobody has said so.
    const said = state.answerRows.get(answer.criterion)?.status;
    return said || "note" in kept ? [{ ...answer, ...kept }] : [];
  });
  return { answers, how: "copy", facts: { from: `assessment/${state.assessment.id}`, notes } };
}

function pickedFile(questionnaire: Questionnaire, picks: Picks): readonly FileAnswer[] {
  const topics = questionnaire.pillars.flatMap((pillar) => pillar.topics);
  checkPicks(questionnaire, picks);
  return [...pickedAnswers(topics, questionnaire.stages, picks)].map(([criterion, { status }]) => ({
    criterion,
    status,
  }));
}

function checkPicks({ pillars, stages }: Questionnaire, picks: Picks): void {
  const topics = new Set(pillars.flatMap((pillar) => pillar.topics.map(({ id }) => id)));
  const known = [...stages.map(({ id }) => id), UNKNOWN_PICK];
  const problems = Object.entries(picks).flatMap(([topic, pick]): readonly FieldProblem[] => {
    const path = `from.picks.${topic}`;
    if (!topics.has(topic)) return [{ path, message: "The questionnaire has no such topic." }];
    return known.includes(pick) ? [] : [{ path, message: `Known are ${known.join(", ")}.` }];
  });
  if (problems.length > 0) throw new Problem("invalid", "The quick check doesn't fit the questionnaire.", problems);
}
