import { ORGANIZATION_KEYS, type OrganizationData, type OrganizationKey } from "../content/organization-data";
import type { Questionnaire } from "../content/types";
import type { Answer, Evidence, Profile } from "../scoring/types";
import { factsOf, organizationOf } from "./profile";
import type { AssessmentFile, FileAnswer } from "./schema";
import { goalLevel, readTarget } from "./target";
import { type PieceFacts, toAnswer, toEvidence } from "./to-claims";

export type FileException = NonNullable<FileAnswer["exception"]>;

/** What an assessment holds before a file is brought in. */
export type ImportBase = Readonly<{
  /** The assessment's own version, which may be another than the file's. */
  questionnaire: Questionnaire;
  /** By criterion; `answer` is undefined where only a note was written. */
  answers: ReadonlyMap<string, Readonly<{ answer: Answer | undefined; note: string; version: number }>>;
  evidence: readonly Evidence[];
  exceptions: ReadonlyMap<string, FileException>;
  profile: Profile;
  /** Size, industry and the like. */
  organization: OrganizationData;
  target: Readonly<{
    pillars: Readonly<Record<string, number>>;
    reasons?: Readonly<Record<string, string>>;
    by?: string;
  }>;
  /** Whether who imports may accept what they answer themselves; only then exceptions come in. */
  mayAcceptOwn: boolean;
}>;

/** One answer that an import would write. */
export type AnswerChange = Readonly<{
  criterion: string;
  kind: "new" | "changed" | "note";
  /** Version that the change is made on; 0 where there was none. */
  base: number;
  before: Answer | undefined;
  after: Answer;
  noteBefore: string;
  noteAfter: string;
}>;

export type Change<T> = Readonly<{ id: string; before: T | undefined; after: T }>;

/** Everything that bringing a file in would change. What the file doesn't name stays as it is. */
export type ImportPlan = Readonly<{
  answers: readonly AnswerChange[];
  unchanged: number;
  /** Not applicable or evidence that the file calls accepted or dismissed: it comes in as not yet reviewed. */
  reviewsDropped: number;
  /** Evidence that isn't there yet, none of it accepted. */
  evidence: readonly (Evidence & PieceFacts)[];
  evidenceThere: number;
  exceptions: readonly Change<FileException>[];
  /** Criteria whose exception stays out, because accepting a deviation needs somebody else than who answers. */
  exceptionsLeftOut: readonly string[];
  profile: readonly Change<boolean>[];
  /** Keys of organization data that the file gives another value. */
  organization: readonly OrganizationKey[];
  /** Organization data as it is afterwards. */
  organizationAfter: OrganizationData;
  target: readonly Change<number>[];
  /** Why a pillar's target is what it is, by pillar id. */
  reasons: readonly Change<string>[];
  by: Readonly<{ before: string | undefined; after: string }> | null;
  /** Criteria of the file that the assessment's version doesn't have. */
  unknownCriteria: readonly string[];
}>;

/** Compares a checked file with what an assessment holds. Pure: the same two always give the same plan. */
export function planImport(base: ImportBase, file: AssessmentFile): ImportPlan {
  const topics = base.questionnaire.pillars.flatMap((pillar) => pillar.topics);
  const criteria = new Set(topics.flatMap((topic) => topic.criteria.map(({ id }) => id)));
  const known = file.answers.filter(({ criterion }) => criteria.has(criterion));
  const answers = known.flatMap((given) => changeOf(base, given) ?? []);
  const { fresh, there } = newEvidence(base.evidence, known);
  const exceptions = known.flatMap((given) => exceptionOf(base, given) ?? []);
  return {
    answers,
    unchanged: known.length - answers.length,
    reviewsDropped: droppedReviews(known, new Set(answers.map(({ criterion }) => criterion)), fresh),
    evidence: fresh.map(({ item }) => ({ ...item, accepted: false, dismissed: false })),
    evidenceThere: there,
    exceptions: base.mayAcceptOwn ? exceptions : [],
    exceptionsLeftOut: base.mayAcceptOwn ? [] : exceptions.map(({ id }) => id),
    profile: changesOf(base.profile, factsOf(file.profile)),
    ...organizationChanges(base.organization, organizationOf(file.profile)),
    ...targetChanges(base, file),
    unknownCriteria: file.answers.map(({ criterion }) => criterion).filter((criterion) => !criteria.has(criterion)),
  };
}

/** Whether an import would change nothing. */
export function isEmptyPlan(plan: ImportPlan): boolean {
  return (
    plan.answers.length +
      plan.evidence.length +
      plan.exceptions.length +
      plan.profile.length +
      plan.organization.length +
      plan.target.length +
      plan.reasons.length ===
      0 && plan.by === null
  );
}

function changeOf(base: ImportBase, given: FileAnswer): AnswerChange | undefined {
  const now = base.answers.get(given.criterion);
  const claim = toAnswer(given);
  const after: Answer = claim.status === "not-applicable" ? { ...claim, accepted: false } : claim;
  const noteBefore = now?.note ?? "";
  // A file without a note says nothing of notes: what was written stays.
  const noteAfter = given.note || noteBefore;
  const row = {
    criterion: given.criterion,
    base: now?.version ?? 0,
    before: now?.answer,
    after,
    noteBefore,
    noteAfter,
  };
  // "Unknown" and unanswered are the same claim; a file can't say the latter.
  const same = now?.answer ? sameClaim(now.answer, after) : after.status === "unknown" && now !== undefined;
  if (!same) return { ...row, kind: now?.answer ? "changed" : "new" };
  if (noteBefore === noteAfter) return undefined;
  return { ...row, after: now?.answer ?? after, kind: "note" };
}

function sameClaim(a: Answer, b: Answer): boolean {
  if (a.status === "partly" && b.status === "partly") {
    return a.coverage === b.coverage && a.count === b.count && a.population === b.population;
  }
  if (a.status === "not-applicable" && b.status === "not-applicable") return a.reason === b.reason;
  return a.status === b.status;
}

type FreshEvidence = Readonly<{ item: Evidence & PieceFacts; reviewed: boolean }>;

function newEvidence(
  present: readonly Evidence[],
  given: readonly FileAnswer[],
): { fresh: readonly FreshEvidence[]; there: number } {
  const left = new Map<string, number>();
  for (const item of present) left.set(evidenceKey(item), (left.get(evidenceKey(item)) ?? 0) + 1);
  const fresh: FreshEvidence[] = [];
  let there = 0;
  for (const { criterion, evidence } of given) {
    for (const raw of evidence ?? []) {
      const item = toEvidence(criterion, raw);
      const count = left.get(evidenceKey(item)) ?? 0;
      if (count > 0) {
        left.set(evidenceKey(item), count - 1);
        there += 1;
      } else fresh.push({ item, reviewed: item.accepted || item.dismissed === true });
    }
  }
  return { fresh, there };
}

/** Two pieces are one when they say the same of the same criterion; who reviewed them doesn't matter. */
function evidenceKey({ criterion, title, date, expires, source, verdict, coverage }: Evidence): string {
  return JSON.stringify([criterion, title, date, expires ?? "", source ?? "", verdict, coverage ?? null]);
}

function droppedReviews(
  given: readonly FileAnswer[],
  changed: ReadonlySet<string>,
  fresh: readonly FreshEvidence[],
): number {
  const accepted = given.filter((answer) => answer.status === "not-applicable" && answer.accepted);
  return (
    accepted.filter(({ criterion }) => changed.has(criterion)).length + fresh.filter(({ reviewed }) => reviewed).length
  );
}

function exceptionOf(base: ImportBase, { criterion, exception }: FileAnswer): Change<FileException> | undefined {
  if (!exception) return undefined;
  const before = base.exceptions.get(criterion);
  const key = ({ owner, reason, expires, risk }: FileException) => JSON.stringify([owner, reason, expires, risk ?? ""]);
  return before && key(before) === key(exception) ? undefined : { id: criterion, before, after: exception };
}

function changesOf<T>(before: Readonly<Record<string, T>>, after: Readonly<Record<string, T>>): readonly Change<T>[] {
  return Object.entries(after)
    .filter(([id, value]) => before[id] !== value)
    .map(([id, value]) => ({ id, before: before[id], after: value }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function organizationChanges(
  before: OrganizationData,
  given: OrganizationData,
): Pick<ImportPlan, "organization" | "organizationAfter"> {
  const organization = ORGANIZATION_KEYS.filter(
    (key) => given[key] !== undefined && JSON.stringify(given[key]) !== JSON.stringify(before[key]),
  );
  return { organization, organizationAfter: { ...before, ...given } };
}

function targetChanges(
  { questionnaire, target }: ImportBase,
  file: AssessmentFile,
): Pick<ImportPlan, "target" | "reasons" | "by"> {
  const { overall, pillars, date, reasons } = readTarget(file.target);
  const goals = questionnaire.pillars.flatMap(({ id }) => {
    const level = goalLevel(pillars[id] ?? overall, questionnaire);
    return level === undefined ? [] : [[id, level] as const];
  });
  return {
    target: changesOf(target.pillars, Object.fromEntries(goals)),
    reasons: changesOf(target.reasons ?? {}, ofKnownPillars(questionnaire, reasons ?? {})),
    by: date === undefined || date === target.by ? null : { before: target.by, after: date },
  };
}

/** The assessment's version may lack a pillar that the file's has. */
function ofKnownPillars(
  { pillars }: Questionnaire,
  reasons: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(reasons).filter(([id]) => pillars.some((pillar) => pillar.id === id)));
}
