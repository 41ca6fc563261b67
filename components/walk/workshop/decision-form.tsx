"use client";

import { useState } from "react";
import { KeptForm } from "@/components/forms/kept-form";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { Decision } from "@/lib/core/walk/decision";
import { request } from "../store/request";
import { say } from "../store/say";
import { useFormPlace } from "../use-form-place";
import { useWalk } from "../walk-context";

type Props = Readonly<{
  topic: string;
  present: readonly string[];
  /** Seconds that the topic has been talked about, asked for when it is recorded. */
  seconds: () => number;
  onRecorded: (decision: Decision) => void;
}>;

/** What was decided, and what some held against it. */
export function DecisionForm({ topic, present, seconds, onRecorded }: Props) {
  const store = useWalk();
  // The next one begins empty.
  const [recorded, setRecorded] = useState(0);

  async function record(form: FormData) {
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const body = { topic, present, decision: text("decision"), dissent: text("dissent"), seconds: seconds() };
    const sent = await request<Decision>(store, "/workshop", body);
    if (sent.ok) onRecorded(sent.data);
    return sent;
  }

  return (
    <KeptForm
      key={recorded}
      place={useFormPlace(`decision/${topic}`)}
      action="Record decision"
      save={record}
      onDone={() => {
        setRecorded(recorded + 1);
        say(store, "Decision recorded.");
      }}
      untied={["present"]}
      size="medium"
    >
      {({ first, error }) => (
        <>
          <Field label="Decision" error={error("decision")} required>
            {(ties) => <Textarea {...ties} name="decision" dir="auto" rows={3} defaultValue={first("decision")} />}
          </Field>
          <Field label="Dissent" optional="who sees it differently, and why" error={error("dissent")}>
            {(ties) => <Textarea {...ties} name="dissent" dir="auto" rows={2} defaultValue={first("dissent")} />}
          </Field>
        </>
      )}
    </KeptForm>
  );
}
