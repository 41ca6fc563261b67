"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { send } from "@/components/forms/send";
import type { FormPlace } from "@/components/forms/use-kept-form";
import { Card } from "@/components/ui/card";
import type { CriterionChoice } from "@/lib/core/evidence/choices";
import { CriterionPicker } from "./criterion-picker";
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
        <div className="grid gap-2.5">
          <p className="text-note text-ink-2">First the criterion that it speaks to; others can be added after it.</p>
          <CriterionPicker label="Choose a criterion" choices={choices} onPick={setCriterion} open />
        </div>
      )}
    </Card>
  );
}
