"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useSubmit } from "@/components/forms/use-submit";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { criteriaAsked, type FactScope } from "@/lib/core/content/profile-scope";
import { formatCount } from "@/lib/core/words/format";
import { parseCount, parseLevel } from "@/lib/core/words/parse-figures";
import { ProfileQuestion } from "./profile-question";
import { SIZES, SizeField } from "./size-fields";
import { TargetFields } from "./target-fields";

type Props = Readonly<{
  organization: string;
  suggestedName: string;
  total: number;
  facts: readonly FactScope[];
  pillars: readonly Readonly<{ id: string; title: string }>[];
  highest: number;
  target: number;
}>;

type Profile = Readonly<Record<string, boolean>>;

/** Scope, profile, sizes and target of a new assessment; leads to its first question. */
export function NewAssessmentForm({ organization, suggestedName, total, facts, pillars, highest, target }: Props) {
  const router = useRouter();
  const [profile, setProfile] = useState<Profile>({});
  const [people, setPeople] = useState<number | undefined>();
  const skipped = useRef(false);
  const form = useSubmit<{ slug: string }>({
    to: `/api/organizations/${organization}/assessments`,
    body: (fields) => {
      const text = (name: string) => String(fields.get(name) ?? "");
      return {
        name: text("name"),
        scope: text("scope"),
        profile: skipped.current ? {} : profile,
        sizes: Object.fromEntries(SIZES.map(({ id }) => [id, parseCount(text(`sizes.${id}`))])),
        target: {
          pillars: Object.fromEntries(pillars.map(({ id }) => [id, parseLevel(text(`target.pillars.${id}`))])),
          by: text("target.by") || undefined,
        },
      };
    },
    done: ({ slug }) => router.push(`/${organization}/assessments/${slug}/walk`),
  });
  const asked = criteriaAsked({ total, facts }, profile);

  return (
    <form onSubmit={form.onSubmit}>
      <div className="grid max-w-4xl gap-4 pb-4">
        <Card title="What is assessed">
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label="Name" hint="Tells this round from the next one." error={form.error("name")} required>
              {(ties) => <Input {...ties} name="name" defaultValue={suggestedName} maxLength={80} autoComplete="off" />}
            </Field>
            <Field
              label="Scope"
              hint="The part of the organization that the answers speak of."
              error={form.error("scope")}
              required
            >
              {(ties) => (
                <Input {...ties} name="scope" defaultValue="Whole organization" maxLength={120} autoComplete="off" />
              )}
            </Field>
          </div>
        </Card>
        <Card
          title="About the organization"
          subtitle="A no leaves questions out that don't concern you. What stays at “Not sure” is asked. Each answer can be changed later."
        >
          <div>
            {facts.map((fact) => (
              <ProfileQuestion
                key={fact.id}
                fact={fact}
                value={profile[fact.id]}
                onChange={(value) => setProfile(({ [fact.id]: _, ...rest }) => withFact(rest, fact.id, value))}
              />
            ))}
          </div>
        </Card>
        <Card
          title="How large it is"
          subtitle="The roadmap scales the effort of work by it. From the number of people the rest is estimated."
        >
          <div className="grid grid-cols-2 gap-4 lg:grid-cols-4">
            {SIZES.map((size) => (
              <SizeField
                key={size.id}
                size={size}
                people={people}
                error={form.error(`sizes.${size.id}`)}
                input={
                  size.id === "people" ? { onChange: (event) => setPeople(asNumber(event.currentTarget.value)) } : {}
                }
              />
            ))}
          </div>
        </Card>
        <Card
          title="Where it should get to"
          subtitle={`A level from 1 to ${highest} per pillar. ${target} is a demanding aim for three years of work.`}
        >
          <TargetFields pillars={pillars} suggested={target} highest={highest} error={form.error} />
        </Card>
      </div>
      <div className="sticky bottom-0 -mx-7 grid gap-3 border-t border-line bg-surface px-7 py-3 max-sm:-mx-3.5 max-sm:px-3.5">
        {form.problem && <Notice tone="danger" title={form.problem.title} live />}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <Button type="submit" variant="primary" busy={form.busy} onClick={() => setSkipped(false)}>
            Start assessing
          </Button>
          <Button type="submit" busy={form.busy} onClick={() => setSkipped(true)}>
            Skip, ask everything
          </Button>
          <p className="text-note text-ink-2" aria-live="polite">
            {asked === total
              ? `All ${formatCount(total)} criteria are asked.`
              : `${formatCount(asked)} of ${formatCount(total)} criteria are asked.`}
          </p>
        </div>
      </div>
    </form>
  );

  function setSkipped(value: boolean) {
    skipped.current = value;
  }
}

function withFact(rest: Profile, id: string, value: boolean | undefined): Profile {
  return value === undefined ? rest : { ...rest, [id]: value };
}

function asNumber(text: string): number | undefined {
  const count = parseCount(text);
  return typeof count === "number" && count > 0 ? count : undefined;
}
