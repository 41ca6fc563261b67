"use client";

import { useState } from "react";
import { KeptForm } from "@/components/forms/kept-form";
import { LongField } from "@/components/forms/long-field";
import { Button } from "@/components/ui/button";
import { type Question, questionState } from "@/lib/core/review/question";
import { nameTeller } from "../name-teller";
import { askQuestion, replyToQuestion, settleQuestion } from "../store/review-actions";
import { useFormPlace } from "../use-form-place";
import { useWalk, useWalkBeside } from "../walk-context";
import { BeginButton } from "./begin-button";
import { Part } from "./part";

type Props = Readonly<{ criterion: string; readOnly: boolean; begun: boolean }>;

/** What reviewers ask back about a criterion, with the place for an answer. */
export function QuestionPart({ criterion, readOnly, begun }: Props) {
  const store = useWalk();
  const { questions, standing } = useWalkBeside("questions", "standing");
  const asked = questions.get(criterion) ?? [];
  const [asking, setAsking] = useState(begun);
  const mayAsk = store.data.rights.ask && standing.state !== "approved";
  if (asked.length === 0 && !mayAsk) return null;
  return (
    <Part title="Questions">
      <ul className="grid gap-1.5">
        {asked.map((question) => (
          <li key={question.id} className="rounded border border-line px-2.5 py-1.75 text-note">
            <Asked question={question} readOnly={readOnly} mayAsk={mayAsk} />
          </li>
        ))}
      </ul>
      {mayAsk && !asking && <BeginButton of="question" onClick={() => setAsking(true)} />}
      {asking && (
        <TextForm
          name={`question/${criterion}`}
          label="Ask whoever answered"
          what="a question"
          field="text"
          send="Ask"
          onSend={(text) => askQuestion(store, criterion, text)}
          onDone={() => setAsking(false)}
        />
      )}
    </Part>
  );
}

type AskedProps = Readonly<{ question: Question; readOnly: boolean; mayAsk: boolean }>;

function Asked({ question, readOnly, mayAsk }: AskedProps) {
  const store = useWalk();
  const { names } = useWalkBeside("names");
  const [replying, setReplying] = useState(false);
  const [busy, setBusy] = useState(false);
  const nameOf = nameTeller(names, store.data.me.id);
  const state = questionState(question);

  async function settle() {
    setBusy(true);
    await settleQuestion(store, question);
    setBusy(false);
  }

  return (
    <>
      <p className="font-medium wrap-anywhere">{question.text}</p>
      <p className="text-small text-ink-2">
        asked by {nameOf(question.askedBy)}
        {question.askedOf && ` of ${nameOf(question.askedOf)}`}
      </p>
      {question.reply && (
        <p className="mt-1 wrap-anywhere">
          {question.reply}
          <span className="block text-small text-ink-2">{nameOf(question.repliedBy ?? "")}</span>
        </p>
      )}
      <div className="mt-1 flex gap-1.5">
        {state === "open" && !readOnly && !replying && (
          <Button size="small" onClick={() => setReplying(true)}>
            Answer
          </Button>
        )}
        {mayAsk && (
          <Button size="small" variant="quiet" busy={busy} onClick={() => void settle()}>
            Settle
          </Button>
        )}
      </div>
      {replying && (
        <TextForm
          name={`reply/${question.id}`}
          label="Answer"
          what="an answer"
          field="reply"
          send="Send answer"
          onSend={(text) => replyToQuestion(store, question, text)}
          onDone={() => setReplying(false)}
        />
      )}
    </>
  );
}

type FormProps = Readonly<{
  name: string;
  label: string;
  /** What is written, as "a question", and as the server names it. */
  what: string;
  field: "text" | "reply";
  send: string;
  onSend: (text: string) => ReturnType<typeof askQuestion>;
  onDone: () => void;
}>;

function TextForm({ name, label, what, field, send, onSend, onDone }: FormProps) {
  return (
    <KeptForm
      place={useFormPlace(name)}
      action={send}
      save={(form) => onSend(String(form.get("text") ?? ""))}
      onDone={onDone}
      onCancel={onDone}
      className="mt-1.5"
    >
      {({ first, error }) => (
        <LongField
          label={label}
          what={what}
          name="text"
          rows={2}
          defaultValue={first("text")}
          error={error(field)}
          required
          autoFocus
        />
      )}
    </KeptForm>
  );
}
