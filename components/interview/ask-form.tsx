"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useSubmit } from "@/components/forms/use-submit";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { CopyButton } from "@/components/ui/copy-button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { capitalise, formatDay, formatNumberOf } from "@/lib/core/words/format";

type Group = Readonly<{
  who: string;
  topics: readonly Readonly<{ id: string; title: string; pillar: string; open: number }>[];
  open: number;
}>;
type Made = Readonly<{ path: string; expiresAt: string }>;

const DAYS = ["7", "14", "30"].map((days) => ({ value: days, label: `${days} days` }));

/** Topics by who usually knows the answers; a tick each, and a link for one person. */
export function AskForm({ api, groups }: Readonly<{ api: string; groups: readonly Group[] }>) {
  const router = useRouter();
  const [who, setWho] = useState(groups[0]?.who ?? "");
  const [topics, setTopics] = useState<ReadonlySet<string>>(openTopics(groups[0]));
  const [made, setMade] = useState<Made & { person: string }>();
  let person = "";
  const form = useSubmit<Made>({
    to: `${api}/interviews`,
    body: (fields) => {
      person = String(fields.get("person"));
      return { person, topics: [...topics], days: Number(fields.get("days")) };
    },
    done: (link) => {
      setMade({ ...link, person });
      router.refresh();
    },
  });
  const group = groups.find((one) => one.who === who);

  function choose(next: string) {
    setWho(next);
    setTopics(openTopics(groups.find((one) => one.who === next)));
  }

  function toggle(id: string) {
    const next = new Set(topics);
    if (!next.delete(id)) next.add(id);
    setTopics(next);
  }

  return (
    <Card
      title="Ask somebody"
      subtitle="Topics stand with those who usually know the answers, most open questions first."
    >
      <form onSubmit={form.onSubmit} className="grid gap-4">
        {form.problem && <Notice tone="danger" title={form.problem.title} live />}
        <div className="flex flex-wrap items-start gap-3">
          <Field label="Who could know" className="max-sm:w-full">
            {(ties) => (
              <Select
                {...ties}
                value={who}
                onChange={(event) => choose(event.currentTarget.value)}
                options={groups.map((one) => ({
                  value: one.who,
                  label: `${capitalise(one.who)} (${one.open} open)`,
                }))}
              />
            )}
          </Field>
          <Field label="Name of the person" error={form.error("person")} required className="min-w-0 flex-1 basis-52">
            {(ties) => <Input {...ties} name="person" maxLength={100} autoComplete="off" />}
          </Field>
          <Field label="Open for">{(ties) => <Select {...ties} name="days" defaultValue="14" options={DAYS} />}</Field>
        </div>
        {group && (
          <fieldset className="grid gap-x-6 sm:grid-cols-2">
            <legend className="mb-1 text-note font-medium">Topics</legend>
            {group.topics.map((topic) => (
              <Checkbox
                key={topic.id}
                checked={topics.has(topic.id)}
                onChange={() => toggle(topic.id)}
                className="py-0.5 pointer-coarse:py-1.5"
                label={
                  <span className="flex items-baseline gap-2">
                    <span className="min-w-0">
                      {topic.title} <span className="text-small text-ink-2">{topic.pillar}</span>
                    </span>
                    <span className="ml-auto text-small whitespace-nowrap text-ink-2">{topic.open} open</span>
                  </span>
                }
              />
            ))}
          </fieldset>
        )}
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" variant="primary" busy={form.busy} disabled={topics.size === 0}>
            Make link for {formatNumberOf(topics.size, "topic")}
          </Button>
          {form.error("topics") && <p className="text-small text-danger">{form.error("topics")}</p>}
        </div>
      </form>
      <div aria-live="polite">{made && <MadeLink {...made} />}</div>
    </Card>
  );
}

function openTopics(group: Group | undefined): ReadonlySet<string> {
  return new Set(group?.topics.filter(({ open }) => open > 0).map(({ id }) => id));
}

function MadeLink({ path, person, expiresAt }: Made & Readonly<{ person: string }>) {
  const link = `${window.location.origin}${path}`;
  return (
    <div className="mt-4 grid gap-2 rounded border border-ink-2 px-3.5 py-3">
      <p className="font-medium">Link for {person}</p>
      <div className="flex flex-wrap items-center gap-2">
        <Input
          readOnly
          value={link}
          aria-label={`Interview link for ${person}`}
          onFocus={(event) => event.currentTarget.select()}
          className="min-w-0 flex-1 basis-72 font-mono text-note"
        />
        <CopyButton text={link} label="Copy link" copiedLabel="Copied" />
      </div>
      <p className="text-note text-ink-2">
        Shown this once. Whoever has it can answer these topics until {formatDay(expiresAt.slice(0, 10))}; send it to{" "}
        {person} alone.
      </p>
    </div>
  );
}
