"use client";

import { useRouter } from "next/navigation";
import { useSubmit } from "@/components/forms/use-submit";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { formatNumberOf } from "@/lib/core/words/format";

type Props = Readonly<{
  api: string;
  base: string;
  people: readonly Readonly<{ id: string; name: string }>[];
  pillars: readonly Readonly<{ id: string; title: string; topics: number }>[];
}>;

/** Who, and what they judge. */
export function StartRound({ api, base, people, pillars }: Props) {
  const router = useRouter();
  const form = useSubmit<{ id: string }>({
    to: api,
    body: (fields) => ({
      first: fields.get("first"),
      second: fields.get("second"),
      pillars: fields.getAll("pillars"),
    }),
    done: ({ id }) => router.push(`${base}/${id}`),
  });
  if (people.length < 2) {
    return (
      <Notice title="A blind round needs two people who may answer">Invite a second one on the people page.</Notice>
    );
  }
  const options = people.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Card title="Start a blind round">
      <form onSubmit={form.onSubmit} className="grid gap-4">
        {form.problem && <Notice tone="danger" title={form.problem.title} live />}
        <div className="flex flex-wrap items-start gap-3">
          <Field label="One person" error={form.error("first")}>
            {(ties) => <Select {...ties} name="first" options={options} defaultValue={people[0]?.id} />}
          </Field>
          <Field label="Another person" error={form.error("second")}>
            {(ties) => <Select {...ties} name="second" options={options} defaultValue={people[1]?.id} />}
          </Field>
        </div>
        <fieldset className="grid gap-x-6 sm:grid-cols-3">
          <legend className="mb-1 text-note font-medium">Pillars</legend>
          {pillars.map(({ id, title, topics }) => (
            <Checkbox
              key={id}
              name="pillars"
              value={id}
              className="py-0.5 pointer-coarse:py-1.5"
              label={
                <>
                  {title} <span className="text-small text-ink-2">{formatNumberOf(topics, "topic")}</span>
                </>
              }
            />
          ))}
        </fieldset>
        {form.error("pillars") && <p className="text-small text-danger">{form.error("pillars")}</p>}
        <Button type="submit" variant="primary" busy={form.busy} className="justify-self-start">
          Start the round
        </Button>
      </form>
    </Card>
  );
}
