import type { Questionnaire } from "../../core/content/types";
import type { AnswerChange, ImportPlan } from "../../core/portable/plan-import";
import { isEmptyPlan } from "../../core/portable/plan-import";
import type { Evidence } from "../../core/scoring/types";
import { organizationTitle, organizationWords } from "../../core/words/organization";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import type { ScopedDb } from "../platform/database/client";
import { type ReadImport, readImport } from "./read-import";

/** What is shown of long lists; the counts beside them are whole. */
const MOST_ROWS = 500;

type Named = Readonly<{ id: string; title: string }>;

/** What an import would change, in words that a person can check. */
export type ImportPreview = Readonly<{
  token: string;
  file: Readonly<{ organization: string | null; questionnaire: string; answers: number }>;
  empty: boolean;
  answers: readonly (AnswerChange & Readonly<{ statement: string; place: string }>)[];
  answersTotal: number;
  unchanged: number;
  evidence: readonly (Evidence & Readonly<{ statement: string }>)[];
  evidenceTotal: number;
  evidenceThere: number;
  reviewsDropped: number;
  exceptions: readonly Readonly<{ criterion: string; statement: string; owner: string; expires: string }>[];
  exceptionsLeftOut: readonly Readonly<{ criterion: string; statement: string }>[];
  /** Size, industry and the like, in words. */
  organization: readonly (Named & Readonly<{ before: string; after: string }>)[];
  profile: readonly (Named & Readonly<{ before: boolean | null; after: boolean }>)[];
  target: readonly (Named & Readonly<{ before: number | null; after: number }>)[];
  reasons: readonly (Named & Readonly<{ before: string | null; after: string }>)[];
  by: Readonly<{ before: string | null; after: string }> | null;
  unknownCriteria: readonly string[];
}>;

/**
 * Says what bringing a file in would change, and changes nothing.
 * @throws Problem not-found, conflict (approved), invalid (every problem of the file)
 */
export async function previewImport(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  bytes: Uint8Array<ArrayBuffer>,
  audit: (note: AuditNote) => void,
): Promise<ImportPreview> {
  const read = await readImport(db, actor, slug, bytes);
  audit({
    action: "assessment.import.preview",
    object: `assessment/${read.assessment.id}`,
    facts: { file: read.fileHash },
  });
  return describeImport(read);
}

/** A comparison as its reader sees it. */
export function describeImport({ base, file, plan, questionnaire, token }: ReadImport): ImportPreview {
  const criteria = describeCriteria(questionnaire);
  const statementOf = (criterion: string) => criteria.get(criterion)?.statement ?? criterion;
  const { organization } = file;
  return {
    token,
    file: {
      organization: typeof organization === "object" ? organization.name : (organization ?? null),
      questionnaire:
        typeof file.questionnaire === "object" ? Object.values(file.questionnaire).join(" ") : file.questionnaire,
      answers: file.answers.length,
    },
    empty: isEmptyPlan(plan),
    answers: plan.answers.slice(0, MOST_ROWS).map((change) => ({
      ...change,
      statement: statementOf(change.criterion),
      place: criteria.get(change.criterion)?.place ?? "",
    })),
    answersTotal: plan.answers.length,
    unchanged: plan.unchanged,
    evidence: plan.evidence.slice(0, MOST_ROWS).map((item) => ({ ...item, statement: statementOf(item.criterion) })),
    evidenceTotal: plan.evidence.length,
    evidenceThere: plan.evidenceThere,
    reviewsDropped: plan.reviewsDropped,
    exceptions: plan.exceptions.map(({ id, after: { owner, expires } }) => ({
      criterion: id,
      statement: statementOf(id),
      owner,
      expires,
    })),
    exceptionsLeftOut: plan.exceptionsLeftOut.map((criterion) => ({ criterion, statement: statementOf(criterion) })),
    organization: plan.organization.map((id) => ({
      id,
      title: organizationTitle(id),
      before: organizationWords(id, base.organization),
      after: organizationWords(id, plan.organizationAfter),
    })),
    ...describeScope(questionnaire, plan),
    unknownCriteria: plan.unknownCriteria.slice(0, MOST_ROWS),
  };
}

function describeScope(
  { profile, pillars }: Questionnaire,
  plan: ImportPlan,
): Pick<ImportPreview, "profile" | "target" | "reasons" | "by"> {
  const titles = new Map([
    ...profile.map(({ id, question }) => [id, question] as const),
    ...pillars.map(({ id, title }) => [id, title] as const),
  ]);
  const named = <T>({ id, before, after }: Readonly<{ id: string; before: T | undefined; after: T }>) => ({
    id,
    title: titles.get(id) ?? id,
    before: before ?? null,
    after,
  });
  return {
    profile: plan.profile.map(named),
    target: plan.target.map(named),
    reasons: plan.reasons.map(named),
    by: plan.by && { before: plan.by.before ?? null, after: plan.by.after },
  };
}

function describeCriteria({ pillars }: Questionnaire): ReadonlyMap<string, { statement: string; place: string }> {
  return new Map(
    pillars.flatMap((pillar) =>
      pillar.topics.flatMap((topic) =>
        topic.criteria.map(
          ({ id, statement }) => [id, { statement, place: `${pillar.title}: ${topic.title}` }] as const,
        ),
      ),
    ),
  );
}
