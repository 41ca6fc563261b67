"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { SentProblem } from "@/components/forms/send";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import { keptWithin } from "@/lib/core/device/keeping";
import { mentionBeingTyped, mentionsIn } from "@/lib/core/walk/comment";
import { LONGEST, tooLongWords } from "@/lib/core/words/long-text";
import { addComment, type CommentFields } from "../store/comment-actions";
import { loadMembers } from "../store/load-members";
import { useDraft } from "../use-draft";
import { useWalk, useWalkState } from "../walk-context";
import { MentionList } from "./mention-list";

type Props = Readonly<{ place: Omit<CommentFields, "body" | "mentions">; label: string; onDone?: () => void }>;

/**
 * Writes a comment or a reply; what is typed is kept on this device until it is sent, all of it, and one that is too long
 * isn't sent. An @ picks whom to tell.
 */
export function CommentComposer({ place, label, onDone }: Props) {
  const store = useWalk();
  const { members } = useWalkState("members");
  const [text, setText] = useDraft(`comment/${place.replyTo ?? place.criterion ?? place.topic}`);
  const [cursor, setCursor] = useState(0);
  const [active, setActive] = useState(0);
  const [closed, setClosed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<SentProblem | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const list = useId();

  const tooLong = tooLongWords(text.trim().length, LONGEST.comment, "a comment");
  const typing = closed ? null : mentionBeingTyped(text, cursor);
  const begins = typing?.begins.toLocaleLowerCase() ?? "";
  const options = typing
    ? (members ?? []).filter(({ name }) => name.toLocaleLowerCase().startsWith(begins)).slice(0, 6)
    : [];

  useEffect(() => {
    if (typing) void loadMembers(store);
  }, [store, typing]);

  function insert(name: string) {
    const element = field.current;
    if (!typing || !element) return;
    const next = `${text.slice(0, typing.from)}@${name} ${text.slice(cursor)}`;
    const at = typing.from + name.length + 2;
    setText(next);
    setCursor(at);
    setActive(0);
    element.focus();
    requestAnimationFrame(() => element.setSelectionRange(at, at));
  }

  async function submit() {
    if (text.trim() === "" || busy) return;
    if (tooLong) return field.current?.focus();
    setBusy(true);
    // A text that was kept over a reload names people whom this page hasn't fetched yet.
    if (text.includes("@")) await loadMembers(store);
    const mentions = mentionsIn(text, store.get().members ?? []);
    const sent = await addComment(store, { ...place, body: text.trim(), mentions });
    setBusy(false);
    setProblem(sent.ok ? null : sent.problem);
    if (!sent.ok) return;
    setText("");
    onDone?.();
  }

  function onKeyDown(event: KeyboardEvent) {
    const picked = options[Math.min(active, options.length - 1)];
    if (picked && (event.key === "Enter" || event.key === "Tab") && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      insert(picked.name);
    } else if (picked && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      const by = event.key === "ArrowDown" ? 1 : -1;
      setActive((Math.min(active, options.length - 1) + by + options.length) % options.length);
    } else if (event.key === "Escape" && picked) {
      event.preventDefault();
      event.stopPropagation();
      setClosed(true);
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void submit();
    }
  }

  const selected = Math.min(active, options.length - 1);
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {problem && <Notice tone="danger" live title={problem.fields[0]?.message ?? problem.title} />}
      <div className="relative">
        <Textarea
          ref={field}
          value={text}
          rows={2}
          aria-label={label}
          aria-invalid={tooLong ? true : undefined}
          aria-describedby={tooLong ? `${list}-length` : undefined}
          aria-autocomplete="list"
          aria-controls={options.length > 0 ? list : undefined}
          aria-activedescendant={options.length > 0 ? `${list}-${selected}` : undefined}
          aria-keyshortcuts="Control+Enter"
          placeholder={`${label}; @ tells somebody`}
          onKeyDown={onKeyDown}
          onSelect={(event) => setCursor(event.currentTarget.selectionStart)}
          onBlur={() => setClosed(true)}
          onChange={(event) => {
            setText(event.target.value);
            setCursor(event.target.selectionStart);
            setClosed(false);
            setActive(0);
          }}
          className="max-h-60 min-h-14!"
        />
        <MentionList id={list} options={options} selected={selected} onPick={(name) => insert(name)} />
      </div>
      {tooLong && (
        <p id={`${list}-length`} role="alert" className="text-small text-danger">
          {tooLong} It can be sent once it is shorter.
        </p>
      )}
      {text !== "" && (
        <div className="flex items-center gap-2">
          <Button type="submit" size="small" variant="primary" busy={busy}>
            {place.replyTo ? "Reply" : "Comment"}
          </Button>
          <span className="text-small text-ink-2">Not sent yet: {keptWithin(store.data.organization.keeping)}.</span>
        </div>
      )}
    </form>
  );
}
