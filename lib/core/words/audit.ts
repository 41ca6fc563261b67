import type { Answer } from "../scoring/types";
import { answerBrief } from "../walk/answer-words";
import { formatNames, formatNumberOf } from "./format";

/** What was done, to be read after a name: "took a snapshot". */
const ACTIONS: Readonly<Record<string, string>> = {
  "account.name": "changed their name",
  "account.password": "changed their password",
  "answers.accept": "accepted “not applicable”",
  "answers.correct": "marked a change of an answer as a correction",
  "answers.uncorrect": "took the mark of a correction back",
  "answers.refuse": "refused “not applicable”",
  "answers.save": "answered",
  "account.mail": "changed when they get mail",
  "assessment.approve": "approved an assessment",
  "assessment.create": "began an assessment",
  "assessment.edit": "changed an assessment",
  "assessment.export": "exported an assessment",
  "assessment.fill": "filled a new assessment with answers that were there",
  "assessment.import": "imported a file into an assessment",
  "assessment.import.preview": "looked at what a file would change",
  "assessment.reopen": "opened an approved assessment for the next round",
  "assessment.move": "moved an assessment to another version",
  "assessment.move.undo": "took back an assessment's move to another version",
  "assignments.add": "asked for answers",
  "assignments.end": "ended what was assigned to them",
  "assignments.remove": "took an assignment back",
  "audit.export": "exported the audit log",
  "blind.finish": "handed in their answers of a blind round",
  "blind.say": "answered in a blind round",
  "blind.start": "started a blind round",
  "comments.add": "wrote a comment",
  "comments.reopen": "reopened a comment",
  "comments.resolve": "resolved a comment",
  "comments.withdraw": "took a comment back",
  "content.create": "began a questionnaire",
  "content.discard": "threw a questionnaire's draft away",
  "content.publish": "published a questionnaire",
  "content.save": "changed a questionnaire's draft",
  "evidence.accept": "accepted evidence",
  "evidence.add": "added evidence",
  "evidence.dismiss": "dismissed evidence",
  "evidence.edit": "changed evidence",
  "evidence.reopen": "reopened evidence for review",
  "evidence.withdraw": "withdrew evidence",
  "exceptions.accept": "accepted an exception",
  "exceptions.end": "ended an exception",
  "exceptions.export": "exported the register of exceptions",
  "exceptions.put": "proposed an exception",
  "findings.end": "took a finding back",
  "findings.put": "wrote a finding",
  "interview.answer": "answered in an interview",
  "interview.ask": "made an interview link",
  "interview.finish": "finished an interview",
  "interview.revoke": "took an interview link back",
  "invitation.create": "invited somebody",
  "invitation.redeem": "joined by an invitation",
  "invitation.revoke": "took an invitation back",
  "member.change": "changed a member's access",
  "member.leave": "left the organization",
  "member.remove": "removed a member",
  "organization.edit": "changed the organization",
  "organization.logo": "changed the logo",
  "pillars.send": "sent a pillar to review",
  "pillars.sign-off": "signed a pillar off",
  "pillars.take-back": "took a pillar back from review",
  "pillars.withdraw": "took a sign-off back",
  "plan.item": "changed an initiative of the plan",
  "plan.settings": "changed the plan",
  "questions.ask": "asked a question",
  "questions.reply": "answered a question",
  "questions.settle": "settled a question",
  "report.export": "exported a report",
  "review.mark": "reviewed a claim",
  "review.unmark": "put a claim back in the review queue",
  "sample.load": "loaded the sample organization",
  "session.end": "ended sessions",
  "snapshot.export": "exported a snapshot",
  "snapshot.take": "took a snapshot",
  "workshop.decide": "recorded what a workshop decided",
};

/** An action in words; its id where it has none. */
export function actionWords(action: string): string {
  return ACTIONS[action] ?? action;
}

/** One line of what an entry holds: what, before, after. `before` is undefined where nothing is compared. */
export type AuditLine = Readonly<{ what: string; before?: string; after: string }>;

/** What an entry's facts or values say, line by line: pairs of before and after are put side by side. */
export function auditLines(values: unknown): readonly AuditLine[] {
  if (Array.isArray(values)) return values.flatMap((item, index) => lineOfItem(item, index));
  if (!isRecord(values))
    return values === null || values === undefined ? [] : [{ what: "", after: valueWords(values) }];
  if ("after" in values && Object.keys(values).every((key) => key === "before" || key === "after")) {
    return compared(values.before, values.after);
  }
  return Object.entries(values).flatMap(([key, value]) => {
    if (Array.isArray(value) && value.some(isChange)) return auditLines(value);
    if (isRecord(value) && "after" in value) {
      return [{ what: key, before: valueWords(value.before), after: valueWords(value.after) }];
    }
    return [{ what: key, after: valueWords(value) }];
  });
}

/** A value in a few words: an answer as answers are written, lists counted when long. */
export function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === "") return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) {
    if (value.length > MOST_ITEMS) return formatNumberOf(value.length, "entry", "entries");
    return value.length === 0 ? "none" : formatNames(value.map(valueWords));
  }
  if (!isRecord(value)) return String(value);
  if (isAnswer(value)) return [answerBrief(value), note(value)].filter(Boolean).join(", ");
  const parts = Object.entries(value).map(([key, item]) => `${key} ${valueWords(item)}`);
  return parts.length === 0 ? "none" : parts.join(", ");
}

const MOST_ITEMS = 8;

function compared(before: unknown, after: unknown): readonly AuditLine[] {
  if (!isRecord(after) || isAnswer(after)) return [{ what: "", before: valueWords(before), after: valueWords(after) }];
  const old = isRecord(before) ? before : {};
  return Object.keys({ ...old, ...after })
    .filter((key) => before === undefined || valueWords(old[key]) !== valueWords(after[key]))
    .map((key) => ({
      what: key,
      ...(before === undefined ? {} : { before: valueWords(old[key]) }),
      after: valueWords(after[key]),
    }));
}

function lineOfItem(item: unknown, index: number): readonly AuditLine[] {
  if (!isChange(item)) return [{ what: String(index + 1), after: valueWords(item) }];
  const what = item.criterion ?? item.id;
  return [
    { what: typeof what === "string" ? what : "", before: valueWords(item.before), after: valueWords(item.after) },
  ];
}

type Fields = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isChange(value: unknown): value is Fields {
  return isRecord(value) && "after" in value && ("criterion" in value || "id" in value);
}

const STATUSES = ["met", "partly", "not-met", "unknown", "not-applicable"];

function isAnswer(value: Fields): value is Fields & Answer {
  return typeof value.status === "string" && STATUSES.includes(value.status);
}

function note(value: Fields): string {
  return typeof value.note === "string" && value.note !== "" ? `note “${value.note}”` : "";
}
