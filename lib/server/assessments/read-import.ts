import { createHash } from "node:crypto";
import type { Questionnaire } from "../../core/content/types";
import { checkStorable } from "../../core/portable/check-storable";
import { parseJson, questionnaireNamedIn, readAssessmentFile } from "../../core/portable/parse-assessment-file";
import { type ImportBase, type ImportPlan, planImport } from "../../core/portable/plan-import";
import type { FileProblem } from "../../core/portable/problems";
import type { AssessmentFile } from "../../core/portable/schema";
import { type Actor, can } from "../access/roles";
import { contentHash } from "../content/content-hash";
import { knownContent } from "../content/known-content";
import { storedQuestionnaire } from "../content/questionnaire-store";
import { evidenceOf } from "../evidence/evidence-rows";
import { selfAcceptanceHolds } from "../organizations/self-acceptance";
import type { ScopedDb } from "../platform/database/client";
import { Problem } from "../platform/problem";
import { fileException } from "./assessment-file";
import { answerOf, profileOf, readAssessment } from "./read-assessment";

/** A file compared with an assessment. */
export type ReadImport = Readonly<{
  assessment: Readonly<{ id: string; organizationId: string; slug: string }>;
  questionnaire: Questionnaire;
  base: ImportBase;
  file: AssessmentFile;
  plan: ImportPlan;
  /** Stands for this file on this state: it differs as soon as an import would do anything else. */
  token: string;
  /** SHA-256 of the bytes, in hexadecimal. */
  fileHash: string;
}>;

/**
 * Reads an assessment file and compares it with an assessment.
 * @throws Problem not-found; conflict when it is approved; invalid with every problem of the file and its JSON path
 */
export async function readImport(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<ReadImport> {
  const base = await readBase(db, actor, slug);
  const file = await readFile(db, bytes, base.questionnaire);
  const plan = planImport(base, file);
  const fileHash = createHash("sha256").update(bytes).digest("hex");
  const token = contentHash({ assessment: base.assessment.id, fileHash, plan });
  return { assessment: base.assessment, questionnaire: base.questionnaire, base, file, plan, token, fileHash };
}

async function readBase(
  db: ScopedDb,
  actor: Actor,
  slug: string,
): Promise<ImportBase & Pick<ReadImport, "assessment">> {
  const { assessment, stored, answerRows, evidenceRows, target, sizes } = await readAssessment(db, actor, slug);
  if (assessment.state === "approved") {
    throw new Problem(
      "conflict",
      "This assessment is approved: its answers stay as they are. Import into another one.",
    );
  }
  const { id, organizationId } = assessment;
  const exceptions = await db.exception.findMany({ where: { organizationId, assessmentId: id } });
  const selfAcceptance = await selfAcceptanceHolds(db, organizationId);
  return {
    assessment: { id, organizationId, slug },
    questionnaire: stored.questionnaire,
    answers: new Map(
      [...answerRows].map(([criterion, row]) => [
        criterion,
        { answer: answerOf(row), note: row.note, version: row.version },
      ]),
    ),
    evidence: evidenceRows.map(evidenceOf),
    exceptions: new Map(exceptions.map((row) => [row.criterion, fileException(row)])),
    profile: profileOf(assessment),
    organization: sizes,
    target,
    mayAcceptOwn: can(actor, "evidence.accept", { answeredBy: actor.userId, selfAcceptance }),
  };
}

async function readFile(db: ScopedDb, bytes: Uint8Array<ArrayBuffer>, own: Questionnaire): Promise<AssessmentFile> {
  const json = parseJson(bytes);
  if (!json.ok) throw unusable([{ path: "$", message: json.message }]);
  const named = questionnaireNamedIn(json.value);
  const rows = await knownContent(db);
  const there = rows.some(({ questionnaire, version }) => questionnaire === named.id && version === named.version);
  const content = there && named.version ? await storedQuestionnaire(db, named.id, named.version) : undefined;
  const result = readAssessmentFile(json.value, {
    known: [...new Set(rows.map(({ questionnaire }) => questionnaire))].map((id) => ({
      id,
      versions: rows.filter(({ questionnaire }) => questionnaire === id).map(({ version }) => version),
    })),
    load: (id, version) => {
      if (!content) throw new Error(`${id} ${version} was not loaded`);
      return content.questionnaire;
    },
  });
  if (!result.ok) throw unusable(result.problems);
  if (result.questionnaire.id !== own.id) {
    const message = `this assessment is made on ${own.id}; its answers can't be taken from ${result.questionnaire.id}`;
    throw unusable([{ path: "$.questionnaire", message }]);
  }
  const problems = checkStorable(result.file);
  if (problems.length > 0) throw unusable(problems);
  return result.file;
}

function unusable(problems: readonly FileProblem[]): Problem {
  return new Problem("invalid", "This file can't be imported. Nothing was changed.", problems);
}
