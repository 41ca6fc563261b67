import { ASSESSMENT_FORMAT, type AssessmentFile, type FileAnswer } from "../portable/schema";
import type { SampleStory, StoryAnswer, StoryEvidence } from "./types";

/**
 * The sample as a portable file, as it stood at the end of a day: the answers given until then, and the evidence and
 * exceptions there were. "Not applicable" is taken as accepted where it is accepted in the end.
 *
 * @param criteria ids in the questionnaire's order
 * @param day YYYY-MM-DD
 */
export function sampleFileAt(story: SampleStory, criteria: readonly string[], day: string): AssessmentFile {
  const latest = new Map<string, StoryAnswer>();
  for (const answer of story.answers) if (answer.day <= day) latest.set(answer.criterion, answer);
  const exceptions = new Map(
    story.exceptions.filter(({ granted }) => granted <= day).map((exception) => [exception.criterion, exception]),
  );
  const evidence = new Map<string, StoryEvidence[]>();
  for (const item of story.evidence) {
    if (item.date <= day) evidence.set(item.criterion, [...(evidence.get(item.criterion) ?? []), item]);
  }
  const { profile, sizes, target } = story.assessment;
  return {
    format: ASSESSMENT_FORMAT,
    questionnaire: story.questionnaire,
    organization: { name: story.organization },
    profile: { ...profile, ...sizes },
    target: { pillars: target.pillars, date: target.by, reasons: target.reasons },
    answers: criteria.flatMap((criterion): readonly FileAnswer[] => {
      const said = latest.get(criterion);
      const shown = evidence.get(criterion) ?? [];
      const exception = exceptions.get(criterion);
      if (!said && !exception && shown.length === 0) return [];
      return [
        {
          criterion,
          ...(said?.answer ?? { status: "unknown" }),
          ...(said?.note ? { note: said.note } : {}),
          ...(exception ? { exception: exceptionIn(exception) } : {}),
          ...(shown.length > 0 ? { evidence: shown.map(evidenceIn) } : {}),
        },
      ];
    }),
  };
}

function exceptionIn({ owner, reason, risk, expires }: SampleStory["exceptions"][number]) {
  return { owner, reason, expires, risk };
}

function evidenceIn({ criterion, by, accepted, ...item }: StoryEvidence) {
  return { ...item, ...(accepted ? { accepted } : {}) };
}
