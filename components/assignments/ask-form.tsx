"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { LongField } from "@/components/forms/long-field";
import { useSubmit } from "@/components/forms/use-submit";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { showToast } from "@/components/ui/toast";
import type { WalkPerson } from "@/lib/core/walk/walk-person";

type Place = Readonly<{ id: string; title: string }>;
type Props = Readonly<{
  api: string;
  pillars: readonly (Place & Readonly<{ topics: readonly Place[] }>)[];
  people: readonly WalkPerson[];
}>;

/** Roles that answer; the others can't be asked to. */
const ANSWERERS = ["owner", "admin", "consultant", "assessor"];

/** Asks one person for any number of topics and pillars at once. */
export function AskForm({ api, pillars, people }: Props) {
  const router = useRouter();
  const element = useRef<HTMLFormElement>(null);
  const form = useSubmit({
    to: api,
    body: (fields) => {
      const due = String(fields.get("due") ?? "");
      return {
        person: String(fields.get("person") ?? ""),
        places: fields.getAll("places").map(String),
        note: String(fields.get("note") ?? ""),
        ...(due ? { due } : {}),
      };
    },
    done: () => {
      showToast({ text: "Asked" });
      element.current?.reset();
      router.refresh();
    },
  });
  const answerers = people.filter(({ role }) => ANSWERERS.includes(role));
  return (
    <form ref={element} onSubmit={form.onSubmit} className="grid gap-3.5">
      {form.problem && form.problem.fields.length === 0 && <Notice tone="danger" title={form.problem.title} live />}
      <div className="grid gap-3.5 md:grid-cols-3">
        <Field label="Who" error={form.error("person")} required>
          {(ties) => (
            <Select
              {...ties}
              name="person"
              required
              options={[
                { value: "", label: "Choose somebody" },
                ...answerers.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          )}
        </Field>
        <Field label="Due" optional="optional" error={form.error("due")}>
          {(ties) => <Input {...ties} type="date" name="due" />}
        </Field>
        <LongField label="Note" optional="optional" name="note" what="a note" error={form.error("note")} />
      </div>
      <fieldset className="grid gap-x-6 gap-y-1 md:grid-cols-2 xl:grid-cols-3">
        <legend className="mb-1.5 text-note font-medium">For</legend>
        {pillars.map((pillar) => (
          <details key={pillar.id} className="rounded border border-line px-3 py-1.5">
            <summary className="min-h-6 cursor-pointer text-note font-medium">{pillar.title}</summary>
            <Checkbox name="places" value={pillar.id} label={`All of ${pillar.title}`} />
            {pillar.topics.map(({ id, title }) => (
              <Checkbox key={id} name="places" value={id} label={title} />
            ))}
          </details>
        ))}
      </fieldset>
      {form.error("places") && <Notice tone="danger" title={form.error("places") ?? ""} live />}
      <Button type="submit" variant="primary" busy={form.busy} className="justify-self-start">
        Ask
      </Button>
    </form>
  );
}
