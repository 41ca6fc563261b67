import type { Sent } from "@/components/forms/send";
import type { Finding } from "@/lib/core/review/finding";
import type { Question } from "@/lib/core/review/question";
import type { ExceptionView } from "@/lib/core/walk/evidence-view";
import { request } from "./request";
import { say } from "./say";
import type { WalkStore } from "./walk-store";

export type FindingFields = Readonly<{
  status: string;
  coverage?: number;
  method: string;
  sample: string;
  note: string;
}>;

/** Writes the person's own finding down, in place of an earlier one. */
export async function saveFinding(store: WalkStore, criterion: string, fields: FindingFields): Promise<Sent<Finding>> {
  const sent = await request<Finding>(store, "/findings", { criterion, ...fields }, "PUT");
  if (sent.ok) {
    putFindings(store, criterion, (others) => [...others, sent.data]);
    say(store, "Finding kept beside the claim.");
  }
  return sent;
}

export async function endFinding(store: WalkStore, criterion: string): Promise<Sent<null>> {
  const sent = await request<null>(store, "/findings", { criterion }, "DELETE");
  if (sent.ok) putFindings(store, criterion, (others) => others);
  return sent;
}

function putFindings(
  store: WalkStore,
  criterion: string,
  next: (others: readonly Finding[]) => readonly Finding[],
): void {
  const others = (store.get().findings.get(criterion) ?? []).filter(({ madeBy }) => madeBy !== store.data.me.id);
  store.set(({ findings }) => ({ findings: new Map(findings).set(criterion, next(others)) }));
}

export async function askQuestion(store: WalkStore, criterion: string, text: string): Promise<Sent<Question>> {
  const sent = await request<Question>(store, "/questions", { criterion, text });
  if (sent.ok) putQuestion(store, sent.data);
  return sent;
}

export async function replyToQuestion(store: WalkStore, { id }: Question, reply: string): Promise<Sent<Question>> {
  const sent = await request<Question>(store, `/questions/${id}`, { reply }, "PATCH");
  if (sent.ok) putQuestion(store, sent.data);
  return sent;
}

export async function settleQuestion(store: WalkStore, { id }: Question): Promise<Sent<Question>> {
  const sent = await request<Question>(store, `/questions/${id}/settlement`, {});
  if (sent.ok) putQuestion(store, sent.data);
  return sent;
}

function putQuestion(store: WalkStore, question: Question): void {
  const { criterion } = question;
  store.set(({ questions }) => {
    const others = (questions.get(criterion) ?? []).filter(({ id }) => id !== question.id);
    const now = question.settled ? others : [...others, question].sort((a, b) => a.askedAt - b.askedAt);
    return { questions: new Map(questions).set(criterion, now) };
  });
}

export async function acceptException(
  store: WalkStore,
  { criterion, createdAt }: ExceptionView,
): Promise<Sent<ExceptionView>> {
  const sent = await request<ExceptionView>(store, "/exceptions/acceptance", { criterion, createdAt });
  if (sent.ok) store.set(({ exceptions }) => ({ exceptions: new Map(exceptions).set(criterion, sent.data) }));
  return sent;
}
