import { sendEvidenceFile } from "@/components/evidence/send-evidence-file";
import type { EvidenceFields, SendEvidence } from "@/components/evidence/types";
import type { Sent } from "@/components/forms/send";
import { evidencePrint } from "@/lib/core/review/print";
import { adopt } from "@/lib/core/walk/answering";
import { entryOf, type StoredAnswer } from "@/lib/core/walk/entry";
import type { EvidenceView, ExceptionView } from "@/lib/core/walk/evidence-view";
import { request, whileSignedIn } from "./request";
import { say } from "./say";
import type { WalkStore } from "./walk-store";

/** Adds evidence, or changes what is known under `id`. */
export async function saveEvidence(
  store: WalkStore,
  { fields, file, id }: Readonly<{ fields: EvidenceFields; file: File | null; id?: string }>,
  tools: Parameters<SendEvidence>[2],
): Promise<Sent<readonly EvidenceView[]>> {
  const sent = id
    ? await request<readonly EvidenceView[]>(store, `/evidence/${id}`, fields, "PATCH")
    : file
      ? await whileSignedIn(store, () => sendEvidenceFile<readonly EvidenceView[]>(store.api, fields, file, tools))
      : await request<readonly EvidenceView[]>(store, "/evidence", fields);
  if (sent.ok) putEvidence(store, sent.data);
  if (sent.ok) say(store, id ? "Evidence changed." : "Evidence added, to be accepted.");
  return sent;
}

export type EvidenceVerdict =
  | Readonly<{ verdict: "accept" | "reopen" }>
  | Readonly<{ verdict: "dismiss"; reason: string }>;

/** A word on what is shown of a piece. Where it has changed meanwhile, it is shown as it stands. */
export async function reviewEvidence(
  store: WalkStore,
  item: EvidenceView,
  verdict: EvidenceVerdict,
): Promise<Sent<readonly EvidenceView[]>> {
  const { id, criterion } = item;
  const word = { ...verdict, criteria: [criterion], print: evidencePrint([item]) };
  const sent = await request<readonly EvidenceView[]>(store, `/evidence/${id}/review`, word, "PATCH");
  const current = sent.ok ? sent.data : sent.problem.current;
  if (areViews(current)) putEvidence(store, current);
  return sent;
}

export async function withdrawEvidence(store: WalkStore, { id }: EvidenceView): Promise<Sent<undefined>> {
  const sent = await request<undefined>(store, `/evidence/${id}`, undefined, "DELETE");
  if (sent.ok) {
    store.set(({ evidence }) => ({ evidence: without(evidence, id) }));
    say(store, "Evidence taken back.");
  }
  return sent;
}

export type NotApplicableVerdict = Readonly<{ verdict: "accept" }> | Readonly<{ verdict: "refuse"; reason: string }>;

export async function reviewNotApplicable(
  store: WalkStore,
  criterion: string,
  verdict: NotApplicableVerdict,
): Promise<Sent<StoredAnswer>> {
  const base = store.get().answering.entries.get(criterion)?.version ?? 0;
  const sent = await request<StoredAnswer>(store, "/acceptance", { criterion, base, ...verdict });
  const current = sent.ok ? sent.data : sent.problem.current;
  if (isStored(current)) store.set(({ answering }) => ({ answering: adopt(answering, criterion, entryOf(current)) }));
  return sent;
}

export type ExceptionFields = Pick<ExceptionView, "owner" | "reason" | "risk" | "expires">;

export async function saveException(
  store: WalkStore,
  criterion: string,
  fields: ExceptionFields,
): Promise<Sent<ExceptionView>> {
  const sent = await request<ExceptionView>(store, "/exceptions", { criterion, ...fields }, "PUT");
  if (sent.ok) store.set(({ exceptions }) => ({ exceptions: new Map(exceptions).set(criterion, sent.data) }));
  return sent;
}

export async function endException(store: WalkStore, criterion: string): Promise<Sent<undefined>> {
  const sent = await request<undefined>(store, "/exceptions", { criterion }, "DELETE");
  if (sent.ok) {
    store.set(({ exceptions }) => {
      const rest = new Map(exceptions);
      rest.delete(criterion);
      return { exceptions: rest };
    });
  }
  return sent;
}

/** Takes in what one piece says now, of each criterion that it speaks to. */
function putEvidence(store: WalkStore, views: readonly EvidenceView[]): void {
  const [first] = views;
  if (!first) return;
  store.set(({ evidence }) => {
    const next = new Map(without(evidence, first.id));
    for (const view of views) next.set(view.criterion, [...(next.get(view.criterion) ?? []), view]);
    return { evidence: next };
  });
}

type ByCriterion = ReadonlyMap<string, readonly EvidenceView[]>;

/** The same without one piece; what it didn't speak to stays as it is. */
function without(evidence: ByCriterion, id: string): ByCriterion {
  const rest = new Map(evidence);
  for (const [criterion, items] of evidence) {
    if (items.some((item) => item.id === id))
      rest.set(
        criterion,
        items.filter((item) => item.id !== id),
      );
  }
  return rest;
}

function areViews(value: unknown): value is readonly EvidenceView[] {
  return Array.isArray(value);
}

function isStored(value: unknown): value is StoredAnswer {
  return typeof value === "object" && value !== null && "version" in value && "changedAt" in value;
}
