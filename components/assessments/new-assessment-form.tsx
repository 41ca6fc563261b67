"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useSubmit } from "@/components/forms/use-submit";
import { forgetCheck } from "@/components/quick-check/kept-picks";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { criteriaAsked, type FactScope } from "@/lib/core/content/profile-scope";
import { formatCount } from "@/lib/core/words/format";
import { parseLevel } from "@/lib/core/words/parse-figures";
import type { Beginning, CopySource, QuickTopics } from "./begin-types";
import { BeginWith } from "./begin-with";
import { OrganizationForm, type OrganizationLists, organizationFields } from "./organization-form";
import { ProfileQuestion } from "./profile-question";
import { ScopeKindField } from "./scope-kind-field";
import { TargetFields } from "./target-fields";
import { useFittingCheck } from "./use-fitting-check";

type Props = Readonly<{
  organization: string;
  suggestedName: string;
  /** What is asked. */
  content: Readonly<{ questionnaire: string; version: string }>;
  total: number;
  facts: readonly FactScope[];
  pillars: readonly Readonly<{ id: string; title: string }>[];
  highest: number;
  target: number;
  sources: readonly CopySource[];
  quick: QuickTopics;
}>;

type Profile = Readonly<Record<string, boolean>>;

/** What a new assessment begins with, its scope, profile and target; leads to its first question. */
export function NewAssessmentForm(props: Props) {
  const { organization, suggestedName, content, total, facts, pillars, highest, target, sources, quick } = props;
  const router = useRouter();
  const [profile, setProfile] = useState<Profile>({});
  const [lists, setLists] = useState<OrganizationLists>({});
  const [chosen, setChosen] = useState<Beginning | null>(null);
  const check = useFittingCheck(quick);
  const beginning = chosen ?? { ...EMPTY, kind: check ? "quick-check" : "empty" };
  const source = beginning.kind === "copy" ? sources.find(({ slug }) => slug === beginning.slug) : undefined;
  const skipped = useRef(false);
  const form = useSubmit<{ slug: string }>({
    to: `/api/organizations/${organization}/assessments`,
    body: (fields) => {
      const text = (name: string) => String(fields.get(name) ?? "");
      return {
        content,
        name: text("name"),
        scope: text("scope"),
        scopeKind: text("scopeKind"),
        profile: skipped.current ? {} : profile,
        sizes: organizationFields(text, lists),
        target: {
          pillars: Object.fromEntries(pillars.map(({ id }) => [id, parseLevel(text(`target.pillars.${id}`))])),
          by: text("target.by") || undefined,
        },
        ...(beginning.kind === "quick-check" && check ? { from: { kind: "quick-check", picks: check.picks } } : {}),
        ...(source ? { from: { kind: "copy", assessment: source.slug, notes: beginning.notes } } : {}),
      };
    },
    done: ({ slug }) => {
      if (beginning.kind === "quick-check") forgetCheck();
      router.push(`/${organization}/assessments/${slug}/walk`);
    },
  });
  const asked = criteriaAsked({ total, facts }, profile);

  function begin(next: Beginning) {
    setChosen(next);
    const taken = next.kind === "copy" ? sources.find(({ slug }) => slug === next.slug) : undefined;
    if (!taken || taken === source) return;
    setProfile(taken.profile);
    setLists({
      "cloud-providers": taken.sizes["cloud-providers"],
      "regulated-data": taken.sizes["regulated-data"],
    });
  }

  return (
    <form onSubmit={form.onSubmit}>
      <div className="grid max-w-4xl gap-4 pb-4">
        <BeginWith
          value={beginning}
          onChange={begin}
          sources={sources}
          check={check}
          quick={quick}
          total={total}
          error={form.error}
        />
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
            <ScopeKindField value="organization" error={form.error("scopeKind")} />
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
          title="Size, industry and data"
          subtitle="The roadmap scales the effort of work by size; from the number of people the rest is estimated. The rest stands in the report and serves comparison."
        >
          <OrganizationForm
            key={source?.slug}
            start={source?.sizes ?? {}}
            lists={lists}
            onLists={setLists}
            error={form.error}
          />
        </Card>
        <Card
          title="Where it should get to"
          subtitle={`A level from 1 to ${highest} per pillar. ${target} is a demanding aim for three years of work.`}
        >
          <TargetFields
            key={source?.slug}
            pillars={pillars}
            start={source?.target ?? { pillars: Object.fromEntries(pillars.map(({ id }) => [id, target])) }}
            highest={highest}
            error={form.error}
          />
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

const EMPTY: Beginning = { kind: "empty", slug: "", notes: "copy" };
