"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";
import { type CommentView, type Thread, threadsOf } from "@/lib/core/walk/comment";
import { momentWords } from "@/lib/core/walk/provenance-words";
import { loadComments, settleComment, withdrawComment } from "../store/comment-actions";
import { useTimeTelling, useWalk, useWalkBeside } from "../walk-context";
import { CommentComposer } from "./comment-composer";

type Props = Readonly<{ topic: string; criterion: string | null }>;

/** What was said about a criterion, or about the topic as a whole, thread by thread. */
export function CommentsPart({ topic, criterion }: Props) {
  const store = useWalk();
  const { comments } = useWalkBeside("comments");
  const [resolvedToo, setResolvedToo] = useState(false);
  const known = comments.get(topic);
  useEffect(() => {
    void loadComments(store, topic);
  }, [store, topic]);
  if (!known) return <p className="mt-3 text-note text-ink-2">Fetching what was said…</p>;
  const threads = threadsOf(known, criterion);
  const open = threads.filter(({ first }) => !first.resolved);
  const rest = threads.length - open.length;
  return (
    <div className="mt-3 grid gap-3">
      {threads.length === 0 && (
        <p className="text-note text-ink-2">
          Nothing was said yet about this {criterion ? "criterion" : "topic"}. A comment counts nowhere; it is for
          asking and remembering.
        </p>
      )}
      {(resolvedToo ? threads : open).map((thread) => (
        <ThreadBox key={thread.first.id} thread={thread} />
      ))}
      {rest > 0 && (
        <Button
          size="small"
          variant="quiet"
          className="justify-self-start"
          onClick={() => setResolvedToo(!resolvedToo)}
        >
          {resolvedToo ? "Hide what is resolved" : `Show ${rest} resolved`}
        </Button>
      )}
      <CommentComposer
        key={criterion ?? topic}
        place={criterion ? { topic, criterion } : { topic }}
        label={criterion ? "Comment on this criterion" : "Comment on this topic"}
      />
    </div>
  );
}

function ThreadBox({ thread: { first, replies } }: Readonly<{ thread: Thread }>) {
  const store = useWalk();
  const [replying, setReplying] = useState(false);
  const place = { topic: first.topic, ...(first.criterion ? { criterion: first.criterion } : {}), replyTo: first.id };
  const settle = async () => {
    const sent = await settleComment(store, first, first.resolved ? "open" : "resolved");
    if (!sent.ok) showToast({ text: sent.problem.title, tone: "danger" });
  };
  return (
    <article className="grid gap-2 rounded border border-line bg-surface px-2.5 py-2">
      <Said comment={first} alone={replies.length === 0} />
      {replies.map((reply) => (
        <div key={reply.id} className="border-l-2 border-line pl-2.5">
          <Said comment={reply} alone />
        </div>
      ))}
      {first.resolved && <Resolved {...first.resolved} />}
      <div className="flex gap-1.5">
        {!first.resolved && (
          <Button size="small" onClick={() => setReplying(!replying)} aria-expanded={replying}>
            Reply
          </Button>
        )}
        <Button size="small" variant="quiet" onClick={() => void settle()}>
          {first.resolved ? "Open again" : "Resolve"}
        </Button>
      </div>
      {replying && !first.resolved && (
        <CommentComposer place={place} label="Your reply" onDone={() => setReplying(false)} />
      )}
    </article>
  );
}

function Said({ comment, alone }: Readonly<{ comment: CommentView; alone: boolean }>) {
  const store = useWalk();
  const { names } = useWalkBeside("names");
  const times = useTimeTelling();
  const mine = comment.by === store.data.me.id;
  const withdraw = async () => {
    const sent = await withdrawComment(store, comment);
    if (!sent.ok) showToast({ text: sent.problem.title, tone: "danger" });
  };
  return (
    <div>
      <p className="flex items-baseline justify-between gap-2 text-small text-ink-2">
        <span>
          <span className="font-medium text-ink">{names[comment.by] ?? "Somebody who left"}</span>
          {" · "}
          {momentWords(comment.at, times)}
        </span>
        {mine && alone && (
          <button type="button" className="link min-h-6 shrink-0" onClick={() => void withdraw()}>
            Take back
          </button>
        )}
      </p>
      <p className="text-note wrap-anywhere whitespace-pre-line">{comment.body}</p>
    </div>
  );
}

function Resolved({ by, at }: Readonly<{ by: string; at: number }>) {
  const { names } = useWalkBeside("names");
  const times = useTimeTelling();
  return (
    <p className="text-small text-ink-2">
      Resolved by {names[by] ?? "somebody who left"} · {momentWords(at, times)}
    </p>
  );
}
