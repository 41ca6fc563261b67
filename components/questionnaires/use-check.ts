"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { send } from "@/components/forms/send";
import type { OverlayEdit } from "@/lib/core/content/own/edit-overlay";
import type { OwnCheck } from "./own-types";

const PAUSE = 500; // ms without a keystroke
const LONG_PAUSE = 2000; // for a text whose check takes a second
const LONG_TEXT = 200_000;

/** Keeps a text, and checks it whenever the typing pauses. Only the newest answer counts. */
export function useCheck(api: string, start: string, first: OwnCheck) {
  const [text, setText] = useState(start);
  const [topic, setTopic] = useState(first.topic?.id);
  const [check, setCheck] = useState(first);
  const [problem, setProblem] = useState<string | null>(null);
  const [checked, setChecked] = useState(start);
  const asked = useRef(0);

  const ask = useCallback(
    async (source: string, about: string | undefined, edit?: OverlayEdit) => {
      asked.current += 1;
      const number = asked.current;
      const sent = await send<OwnCheck>(`${api}/check`, { source, topic: about, edit });
      if (number !== asked.current) return;
      setProblem(sent.ok ? null : sent.problem.title);
      if (!sent.ok) return;
      const now = sent.data.source ?? source;
      setText(now);
      setChecked(now);
      // A text that can't be read for a moment leaves standing what the last one came to.
      setCheck((last) => (sent.data.outline ? sent.data : { ...sent.data, outline: last.outline, topic: last.topic }));
    },
    [api],
  );

  useEffect(() => {
    if (text === checked) return;
    const wait = setTimeout(() => void ask(text, topic), text.length > LONG_TEXT ? LONG_PAUSE : PAUSE);
    return () => clearTimeout(wait);
  }, [text, checked, topic, ask]);

  return {
    text,
    check,
    problem,
    /** Whether what is shown belongs to the text as it is now. */
    current: text === checked,
    write: (next: string) => {
      asked.current += 1;
      setText(next);
    },
    edit: (edit: OverlayEdit) => ask(text, topic, edit),
    show: (id: string) => {
      setTopic(id);
      return ask(text, id);
    },
  };
}
