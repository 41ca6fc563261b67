"use client";

import { useRouter } from "next/navigation";
import { type ChangeEvent, useState } from "react";
import { type SentProblem, send } from "@/components/forms/send";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FileInput } from "@/components/ui/file-input";
import { Notice } from "@/components/ui/notice";

type Props = Readonly<{
  organization: string;
  maxBytes: number;
  /** The text of an overlay that changes nothing yet. */
  start: string;
  base: string;
}>;
type Ref = Readonly<{ questionnaire: string; version: string }>;

/** Begins an overlay, or brings a YAML file in as a draft. */
export function NewOwn({ organization, maxBytes, start, base }: Props) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Pick<SentProblem, "title" | "fields"> | null>(null);

  async function create(source: string) {
    setBusy(true);
    const sent = await send<Ref>(`/api/organizations/${organization}/questionnaires`, { source });
    setBusy(false);
    setProblem(sent.ok ? null : sent.problem);
    if (sent.ok) router.push(`/${organization}/questionnaires/${sent.data.questionnaire}/${sent.data.version}`);
  }

  async function choose(event: ChangeEvent<HTMLInputElement>) {
    const input = event.currentTarget;
    const file = input.files?.[0];
    if (!file) return;
    if (file.size > maxBytes)
      setProblem({ title: `${file.name} has more than 2 MB, which is the most that is read.`, fields: [] });
    else await create(await file.text());
    input.value = "";
  }

  return (
    <div className="grid gap-3 border-t border-line pt-4">
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <Button icon="plus" busy={busy} onClick={() => void create(start)}>
          Begin an overlay of {base}
        </Button>
        <Field
          label="Or bring a YAML file in"
          hint="A whole questionnaire or an overlay, at most 2 MB."
          className="min-w-0"
        >
          {(ties) => <FileInput {...ties} accept=".yaml,.yml,.json" onChange={(event) => void choose(event)} />}
        </Field>
      </div>
      {problem && (
        <Notice tone="danger" title={problem.title} live>
          {problem.fields.length > 0 && (
            <ul className="grid list-disc gap-1 pl-4">
              {problem.fields.map(({ path, message }) => (
                <li key={`${path} ${message}`} className="wrap-anywhere">
                  {path}: {message}
                </li>
              ))}
            </ul>
          )}
        </Notice>
      )}
    </div>
  );
}
