"use client";

import { Fragment, type ReactNode } from "react";
import { SaveStatus } from "@/components/forms/save-status";
import { SavedField } from "@/components/forms/saved-field";
import { useAutosave } from "@/components/forms/use-autosave";
import { useStored } from "@/components/forms/use-stored";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import type { OrganizationData } from "@/lib/core/content/organization-data";
import { criteriaAsked, type FactScope } from "@/lib/core/content/profile-scope";
import { formatCount } from "@/lib/core/words/format";
import { parseLevel } from "@/lib/core/words/parse-figures";
import { OrganizationSettingsCard } from "./organization-settings-card";
import { ProfileQuestion } from "./profile-question";
import { ScopeKindField } from "./scope-kind-field";

type Target = Readonly<{
  pillars: Readonly<Record<string, number>>;
  reasons?: Readonly<Record<string, string>>;
  by?: string;
}>;

type Props = Readonly<{
  /** Route of the assessment. */
  api: string;
  provenance: string;
  name: string;
  scope: string;
  scopeKind: string;
  profile: Readonly<Record<string, boolean>>;
  sizes: OrganizationData;
  target: Target;
  asked: Readonly<{ total: number; facts: readonly FactScope[] }>;
  pillars: readonly Readonly<{ id: string; title: string }>[];
  highest: number;
  /** Why nothing here can be changed, where so. */
  locked: string | null;
  /** The cards below. */
  children: ReactNode;
}>;

/** What an assessment is made on; every field saves itself. */
export function ScopeSettings({ api, provenance, asked, pillars, highest, locked, children, ...stored }: Props) {
  const { save, state, error } = useAutosave(api);
  const [profile, answerFact] = useStored(stored.profile, (id, value) => save({ profile: { [id]: value ?? null } }));
  const [{ scopeKind }, change] = useStored({ scopeKind: stored.scopeKind }, (_, value) => save({ scopeKind: value }));
  const count = criteriaAsked(asked, profile);

  return (
    <>
      <PageHeader
        title="Scope and data"
        provenance={provenance}
        status={locked ? undefined : <SaveStatus state={state} />}
      />
      <main className="px-7 py-5 max-sm:px-3.5">
        <div className="grid max-w-4xl gap-4">
          {locked && <Notice title={locked} />}
          <Card title="What is assessed">
            <div className="grid gap-4 sm:grid-cols-2">
              <SavedField
                label="Name"
                hint="Tells this round from the next one."
                error={error("name")}
                value={stored.name}
                onSave={(name) => void save({ name })}
                input={{ maxLength: 80, required: true, disabled: locked !== null }}
              />
              <SavedField
                label="Scope"
                hint="The part of the organization that the answers speak of."
                error={error("scope")}
                value={stored.scope}
                onSave={(scope) => void save({ scope })}
                input={{ maxLength: 120, required: true, disabled: locked !== null }}
              />
              <ScopeKindField
                value={scopeKind}
                onChange={(value) => change("scopeKind", value)}
                error={error("scopeKind")}
                disabled={locked !== null}
              />
            </div>
          </Card>
          <Card
            title="About the organization"
            subtitle={
              count === asked.total
                ? `All ${formatCount(asked.total)} criteria are asked. A no leaves questions out; their answers are kept.`
                : `${formatCount(count)} of ${formatCount(asked.total)} criteria are asked. Answers to what is left out are kept, shown as out of scope, and count nowhere.`
            }
          >
            <div>
              {asked.facts.map((fact) => (
                <ProfileQuestion
                  key={fact.id}
                  fact={fact}
                  value={profile[fact.id]}
                  disabled={locked !== null}
                  onChange={(value) => answerFact(fact.id, value)}
                />
              ))}
            </div>
          </Card>
          <OrganizationSettingsCard stored={stored.sizes} save={save} error={error} disabled={locked !== null} />
          <Card
            title="Where it should get to"
            subtitle={`A level from 1 to ${highest} per pillar, and why: the reason stands in dashboard and report. An empty field is no target.`}
          >
            <div className="grid grid-cols-[7rem_1fr] gap-x-4 gap-y-3">
              {pillars.map(({ id, title }) => (
                <Fragment key={id}>
                  <SavedField
                    label={title}
                    error={error(`target.pillars.${id}`)}
                    value={stored.target.pillars[id]?.toString() ?? ""}
                    onSave={(text) => void save({ target: { pillars: { [id]: parseLevel(text) ?? null } } })}
                    input={{
                      inputMode: "decimal",
                      figures: true,
                      maxLength: 5,
                      placeholder: `1 to ${highest}`,
                      disabled: locked !== null,
                    }}
                  />
                  <SavedField
                    label={`Why this level for ${title.toLowerCase()}`}
                    error={error(`target.reasons.${id}`)}
                    value={stored.target.reasons?.[id] ?? ""}
                    onSave={(text) => void save({ target: { reasons: { [id]: text || null } } })}
                    input={{ maxLength: 500, disabled: locked !== null }}
                  />
                </Fragment>
              ))}
              <SavedField
                label="By"
                optional="optional"
                error={error("target.by")}
                value={stored.target.by ?? ""}
                onSave={(text) => void save({ target: { by: text || null } })}
                input={{ type: "date", disabled: locked !== null }}
                className="col-span-2 max-w-64"
              />
            </div>
          </Card>
          {children}
        </div>
      </main>
    </>
  );
}
