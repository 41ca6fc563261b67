import {
  type AssessmentFile,
  answerSchema,
  assessmentFileSchema,
  evidenceSchema,
  exceptionSchema,
  type FileEvidence,
} from "./schema";

/**
 * Writes an assessment file: JSON with two spaces, a line feed at the end, and keys in the schema's order (facts and
 * goals by name), so that the same assessment always gives the same bytes. `parseAssessmentFile` reads it back to an
 * equal value.
 */
export function writeAssessmentFile(file: AssessmentFile): string {
  const answers = file.answers.map((answer) => ({
    ...ordered(answer, answerSchema.shape),
    ...(answer.exception && { exception: ordered(answer.exception, exceptionSchema.shape) }),
    ...(answer.evidence && { evidence: answer.evidence.map(orderedEvidence) }),
  }));
  const { organization, profile, questionnaire, target } = file;
  const head = {
    ...ordered(file, assessmentFileSchema.shape),
    ...(typeof questionnaire === "object" && {
      questionnaire: { id: questionnaire.id, version: questionnaire.version },
    }),
    ...(typeof organization === "object" && { organization: { name: organization.name, id: organization.id } }),
    ...(profile && { profile: sorted(profile) }),
    ...(typeof target === "object" && { target: sorted(target) }),
  };
  return `${JSON.stringify({ ...head, answers }, null, 2)}\n`;
}

function orderedEvidence({ file, ...item }: FileEvidence): Record<string, unknown> {
  const { name, size, sha256 } = file ?? {};
  return ordered({ ...item, file: file && { name, size, sha256 } }, evidenceSchema.shape);
}

function ordered(value: Readonly<Record<string, unknown>>, shape: object): Record<string, unknown> {
  return Object.fromEntries(Object.keys(shape).flatMap((key) => (value[key] === undefined ? [] : [[key, value[key]]])));
}

function sorted(value: object): Record<string, unknown> {
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    entries.map(([key, item]) => [
      key,
      typeof item === "object" && item !== null && !Array.isArray(item) ? sorted(item) : item,
    ]),
  );
}
