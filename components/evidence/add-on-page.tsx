"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { send } from "@/components/forms/send";
import type { FormPlace } from "@/components/forms/use-kept-form";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { CriterionChoice } from "@/lib/core/evidence/choices";
import { EvidenceForm } from "./evidence-form";
import { sendEvidenceFile } from "./send-evidence-file";

type Props = Readonly<{
  /** Address of the assessment's routes. */
  api: string;
  place: FormPlace;
  choices: readonly CriterionChoice[];
  /** Where to go once it is done. */
  back: string;
}>;

/** Adds evidence apart from the walk: first the criterion that it speaks to, then what it is. */
export function AddOnPage({ api, place, choices, back }: Props) {
  const router = useRouter();
  const [criterion, setCriterion] = useState("");
  const done = () => {
    router.push(back, { scroll: false });
    router.refresh();
  };
  return (
    <Card title="Add evidence" className="max-w-xl">
      {criterion ? (
        <EvidenceForm
          said={[{ criterion, verdict: "supports" }]}
          choices={choices}
          today={new Date().toISOString().slice(0, 10)}
          place={place}
          send={(fields, file, tools) =>
            file ? sendEvidenceFile(api, fields, file, tools) : send(`${api}/evidence`, fields)
          }
          onDone={done}
        />
      ) : (
        <Field label="Speaks to" required>
          {(ties) => (
            <Select
              {...ties}
              value=""
              onChange={(event) => setCriterion(event.currentTarget.value)}
              options={[
                { value: "", label: "Choose a criterion" },
                ...choices.map(({ id, topic, statement }) => ({ value: id, label: `${topic}: ${statement}` })),
              ]}
            />
          )}
        </Field>
      )}
    </Card>
  );
}
