import { ASSESSMENT_FORMAT, type AssessmentFile, type FileAnswer, type FileEvidence } from "../../core/portable/schema";
import { type EvidenceRow, evidenceView } from "../evidence/evidence-rows";
import { isoDay } from "../platform/clock";
import type { ScopedDb } from "../platform/database/client";
import type { Answer as AnswerRow, Exception } from "../platform/database/generated/client";
import { type AssessmentState, answerOf, profileOf } from "./read-assessment";

/**
 * An assessment as a portable file, answers in the questionnaire's order. What can't be said in the file: a criterion with
 * only a note or evidence becomes "unknown", and files of evidence stay behind: their name, size and hash travel.
 *
 * @param organization its name
 */
export async function readAssessmentFile(
  db: ScopedDb,
  state: AssessmentState,
  organization: string,
): Promise<AssessmentFile> {
  const { id: assessmentId, organizationId } = state.assessment;
  const exceptions = await db.exception.findMany({ where: { organizationId, assessmentId } });
  const exceptionOf = new Map(exceptions.map((row) => [row.criterion, row]));
  const evidenceOf = new Map<string, EvidenceRow[]>();
  for (const row of state.evidenceRows) evidenceOf.set(row.criterion, [...(evidenceOf.get(row.criterion) ?? []), row]);
  const { questionnaire } = state.stored;
  const criteria = questionnaire.pillars.flatMap((pillar) => pillar.topics.flatMap((topic) => topic.criteria));
  const { pillars, by, reasons = {} } = state.target;
  const given = Object.entries(reasons).filter(([, reason]) => reason !== "");
  return {
    format: ASSESSMENT_FORMAT,
    questionnaire: { id: questionnaire.id, version: questionnaire.version },
    organization: { name: organization },
    profile: { ...profileOf(state.assessment), ...state.sizes },
    target: {
      pillars,
      ...(by === undefined ? {} : { date: by }),
      ...(given.length > 0 ? { reasons: Object.fromEntries(given) } : {}),
    },
    answers: criteria.flatMap(({ id }) => {
      const [row, exception, evidence] = [state.answerRows.get(id), exceptionOf.get(id), evidenceOf.get(id)];
      return row || exception || evidence ? [fileAnswer(id, row, exception, evidence ?? [])] : [];
    }),
  };
}

function fileAnswer(
  criterion: string,
  row: AnswerRow | undefined,
  exception: Exception | undefined,
  evidence: readonly EvidenceRow[],
): FileAnswer {
  return {
    criterion,
    ...((row && answerOf(row)) ?? { status: "unknown" }),
    ...(row?.status === "unknown" && row.reason ? { reason: row.reason } : {}),
    ...(row?.note ? { note: row.note } : {}),
    ...(exception ? { exception: fileException(exception) } : {}),
    ...(evidence.length > 0 ? { evidence: evidence.map(fileEvidence) } : {}),
  };
}

/** A stored exception as the file has it. */
export function fileException(row: Exception): NonNullable<FileAnswer["exception"]> {
  const { owner, reason, risk, expires, acceptedBy } = row;
  const proposed = acceptedBy === null ? { accepted: false } : {};
  return { owner, reason, expires: isoDay(expires), ...(risk ? { risk } : {}), ...proposed };
}

function fileEvidence(row: EvidenceRow): FileEvidence {
  const view = evidenceView(row);
  return {
    title: row.title,
    date: isoDay(row.date),
    ...(row.expires ? { expires: isoDay(row.expires) } : {}),
    ...(row.source ? { source: row.source } : {}),
    verdict: row.verdict === "contradicts" ? "contradicts" : "supports",
    ...(row.coverage === null ? {} : { coverage: row.coverage }),
    kind: view.kind,
    link: view.link,
    owner: view.owner,
    method: view.method,
    sampled: view.sampled,
    population: view.population,
    sampledFrom: view.sampledFrom,
    ...(row.file ? { file: { name: row.file.name, size: row.file.size, sha256: row.file.sha256 } } : {}),
    ...(row.acceptedBy ? { accepted: true } : {}),
    ...(row.dismissedReason ? { dismissed: row.dismissedReason } : {}),
  };
}
