import type { Sent } from "@/components/forms/send";
import { adopt } from "@/lib/core/walk/answering";
import { entryOf, type StoredAnswer } from "@/lib/core/walk/entry";
import type { EvidenceView, ExceptionView } from "@/lib/core/walk/evidence-view";
import { request } from "./request";
import { say } from "./say";
import type { WalkStore } from "./walk-store";

/** What a form says of a piece of evidence. */
export type EvidenceFields = Readonly<{
  title: string;
  date: string;
  expires?: string;
  source?: string;
  link?: string;
  verdict: "supports" | "contradicts";
  coverage?: number;
}>;

/** Adds evidence, or changes what is known under `id`. */
export async function saveEvidence(
  store: WalkStore,
  criterion: string,
  fields: EvidenceFields,
  id?: string,
): Promise<Sent<EvidenceView>> {
  const sent = id
    ? await request<EvidenceView>(store, `/evidence/${id}`, fields, "PATCH")
    : await request<EvidenceView>(store, "/evidence", { criterion, ...fields });
  if (sent.ok) putEvidence(store, sent.data);
  if (sent.ok) say(store, id ? "Evidence changed." : "Evidence added, to be accepted.");
  return sent;
}

export type EvidenceVerdict =
  | Readonly<{ verdict: "accept" | "reopen" }>
  | Readonly<{ verdict: "dismiss"; reason: string }>;

export async function reviewEvidence(
  store: WalkStore,
  { id }: EvidenceView,
  verdict: EvidenceVerdict,
): Promise<Sent<EvidenceView>> {
  const sent = await request<EvidenceView>(store, `/evidence/${id}/review`, verdict, "PATCH");
  if (sent.ok) putEvidence(store, sent.data);
  return sent;
}

export async function withdrawEvidence(store: WalkStore, { id, criterion }: EvidenceView): Promise<Sent<undefined>> {
  const sent = await request<undefined>(store, `/evidence/${id}`, undefined, "DELETE");
  if (sent.ok) {
    store.set(({ evidence }) => {
      const rest = (evidence.get(criterion) ?? []).filter((item) => item.id !== id);
      return { evidence: new Map(evidence).set(criterion, rest) };
    });
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

function putEvidence(store: WalkStore, item: EvidenceView): void {
  store.set(({ evidence }) => {
    const list = evidence.get(item.criterion) ?? [];
    const known = list.some(({ id }) => id === item.id);
    const next = known ? list.map((one) => (one.id === item.id ? item : one)) : [...list, item];
    return { evidence: new Map(evidence).set(item.criterion, next) };
  });
}

function isStored(value: unknown): value is StoredAnswer {
  return typeof value === "object" && value !== null && "version" in value && "changedAt" in value;
}
