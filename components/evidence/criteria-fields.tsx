"use client";

import { useId, useState } from "react";
import { IconButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { CriterionChoice } from "@/lib/core/evidence/choices";
import { coverageText } from "@/lib/core/walk/answer-words";
import { CriterionPicker } from "./criterion-picker";
import type { SaidOf } from "./types";

type Props = Readonly<{
  first: (name: string, value: string | undefined) => string;
  said: readonly SaidOf[];
  choices: readonly CriterionChoice[];
  error: (path: string) => string | undefined;
}>;

/** The criteria that a piece speaks to, with what it says of each. */
export function CriteriaFields({ first, said, choices, error }: Props) {
  const [named, setNamed] = useState<readonly string[]>(() => {
    const kept = first("criteria", "").split(" ").filter(Boolean);
    return kept.length > 0 ? kept : said.map(({ criterion }) => criterion);
  });
  const id = useId();
  const known = new Map(choices.map((choice) => [choice.id, choice]));
  const before = new Map(said.map((one) => [one.criterion, one]));
  const left = choices.filter((choice) => !named.includes(choice.id));
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 text-note font-medium">Speaks to</legend>
      <input type="hidden" name="criteria" value={named.join(" ")} readOnly />
      {named.map((criterion) => {
        const statement = known.get(criterion)?.statement ?? criterion;
        return (
          <div key={criterion} className="grid gap-1.5 rounded border border-line px-2 py-1.5" data-says={criterion}>
            <div className="flex items-start justify-between gap-2">
              <p id={`${id}-${criterion}`} className="text-small wrap-anywhere text-ink-2">
                {statement}
              </p>
              {named.length > 1 && (
                <IconButton
                  icon="close"
                  label={`Leave out: ${statement}`}
                  onClick={() => setNamed(named.filter((one) => one !== criterion))}
                />
              )}
            </div>
            <fieldset className="grid grid-cols-2 gap-2" aria-labelledby={`${id}-${criterion}`}>
              <Field label="It" error={error(`verdict ${criterion}`)}>
                {(ties) => (
                  <Select
                    {...ties}
                    name={`verdict ${criterion}`}
                    defaultValue={first(`verdict ${criterion}`, before.get(criterion)?.verdict) || "supports"}
                    options={[
                      { value: "supports", label: "supports" },
                      { value: "contradicts", label: "contradicts" },
                    ]}
                  />
                )}
              </Field>
              <Field label="Measured" error={error(`coverage ${criterion}`)}>
                {(ties) => (
                  <Input
                    {...ties}
                    figures
                    name={`coverage ${criterion}`}
                    defaultValue={first(`coverage ${criterion}`, measuredText(before.get(criterion)))}
                    autoComplete="off"
                    placeholder="93.3 %"
                  />
                )}
              </Field>
            </fieldset>
          </div>
        );
      })}
      {left.length > 0 && (
        <CriterionPicker label="Also speaks to" choices={left} onPick={(picked) => setNamed([...named, picked])} />
      )}
    </fieldset>
  );
}

function measuredText(said: SaidOf | undefined): string | undefined {
  if (said?.coverage === undefined) return undefined;
  if (said.coverage === 0 || said.coverage === 1) return `${said.coverage * 100} %`;
  return coverageText({ status: "partly", coverage: said.coverage });
}
