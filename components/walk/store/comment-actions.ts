import { type Sent, send } from "@/components/forms/send";
import type { CommentView } from "@/lib/core/walk/comment";
import { request } from "./request";
import { say } from "./say";
import type { WalkStore } from "./walk-store";

type Read = Readonly<{ comments: readonly CommentView[]; names: Readonly<Record<string, string>> }>;

/** Fetches what was said about a topic and its criteria. */
export async function loadComments(store: WalkStore, topic: string): Promise<void> {
  if (!store.data.rights.comment) return;
  const sent = await send<Read>(`${store.api}/comments?topic=${encodeURIComponent(topic)}`, undefined, "GET");
  if (!sent.ok) return;
  const { comments, names } = sent.data;
  store.set((state) => ({
    comments: new Map(state.comments).set(topic, comments),
    names: { ...state.names, ...names },
  }));
}

/** What a comment says, where, and whom it names. */
export type CommentFields = Readonly<{
  topic: string;
  criterion?: string;
  replyTo?: string;
  body: string;
  mentions: readonly string[];
}>;

export async function addComment(store: WalkStore, fields: CommentFields): Promise<Sent<CommentView>> {
  const sent = await request<CommentView>(store, "/comments", fields);
  if (sent.ok) {
    change(store, fields.topic, (list) => [...list.filter(({ id }) => id !== sent.data.id), sent.data]);
    say(store, fields.replyTo ? "Reply added." : "Comment added.");
  }
  return sent;
}

export async function settleComment(
  store: WalkStore,
  { id, topic }: CommentView,
  to: "resolved" | "open",
): Promise<Sent<CommentView>> {
  const sent = await request<CommentView>(store, `/comments/${id}`, { resolved: to === "resolved" }, "PATCH");
  if (sent.ok) {
    change(store, topic, (list) => list.map((one) => (one.id === id ? sent.data : one)));
    say(store, to === "resolved" ? "Resolved." : "Opened again.");
  }
  return sent;
}

export async function withdrawComment(store: WalkStore, { id, topic }: CommentView): Promise<Sent<undefined>> {
  const sent = await request<undefined>(store, `/comments/${id}`, undefined, "DELETE");
  if (sent.ok) {
    change(store, topic, (list) => list.filter((one) => one.id !== id));
    say(store, "Comment taken back.");
  }
  return sent;
}

function change(store: WalkStore, topic: string, to: (list: readonly CommentView[]) => readonly CommentView[]): void {
  store.set(({ comments }) => ({ comments: new Map(comments).set(topic, to(comments.get(topic) ?? [])) }));
}
