"use client";

import { useId } from "react";
import { SavedField } from "@/components/forms/saved-field";
import { useStored } from "@/components/forms/use-stored";
import { Card } from "@/components/ui/card";
import type { OrganizationData } from "@/lib/core/content/organization-data";
import { CLOUD_PROVIDERS, REGULATED_DATA } from "@/lib/core/content/organization-lists";
import { formatCount } from "@/lib/core/words/format";
import { parseCount, parsePercent } from "@/lib/core/words/parse-figures";
import { CheckList } from "./check-list";
import { IndustryList } from "./industry-list";
import { derivedSize, SIZES } from "./size-fields";

type Props = Readonly<{
  stored: OrganizationData;
  save: (change: Readonly<Record<string, unknown>>) => Promise<boolean>;
  error: (field: string) => string | undefined;
  disabled: boolean;
}>;

/** Size, industry, remote work, clouds and regulated data; each saves itself. */
export function OrganizationSettingsCard({ stored, save, error, disabled }: Props) {
  const industries = useId();
  const saveOne = (key: keyof OrganizationData, value: unknown) => save({ sizes: { [key]: value ?? null } });
  const [shown, change] = useStored(stored, saveOne);

  return (
    <Card
      title="Size, industry and data"
      subtitle="The roadmap scales the effort of work by size; from the number of people the rest is estimated. The rest stands in the report and serves comparison. Nothing here leaves a question out."
    >
      <div className="grid gap-5">
        <div className="grid grid-cols-2 gap-4 lg:grid-cols-4">
          {SIZES.map((size) => (
            <SavedField
              key={size.id}
              label={size.label}
              hint={size.hint}
              error={error(`sizes.${size.id}`)}
              value={formatSize(stored[size.id])}
              onSave={(text) => void saveOne(size.id, parseCount(text))}
              input={{
                inputMode: "numeric",
                figures: true,
                maxLength: 12,
                placeholder: derivedSize(size.id, stored.people),
                disabled,
              }}
            />
          ))}
          <SavedField
            label="Industry"
            error={error("sizes.industry")}
            value={stored.industry ?? ""}
            onSave={(text) => void saveOne("industry", text || null)}
            input={{ maxLength: 80, list: industries, disabled }}
            className="col-span-2"
          />
          <IndustryList id={industries} />
          <SavedField
            label="Remote share, in percent"
            hint="Of the people, away from its offices on a usual day."
            error={error("sizes.remote-share")}
            value={
              stored["remote-share"] === undefined ? "" : String(Number((stored["remote-share"] * 100).toFixed(4)))
            }
            onSave={(text) => void saveOne("remote-share", parsePercent(text))}
            input={{ inputMode: "decimal", figures: true, maxLength: 6, disabled }}
            className="col-span-2"
          />
        </div>
        <div className="grid gap-x-8 gap-y-5 md:grid-cols-2">
          <CheckList
            legend="Cloud providers"
            none="No cloud provider"
            options={CLOUD_PROVIDERS}
            value={shown["cloud-providers"]}
            onChange={(value) => change("cloud-providers", value && [...value])}
            error={error("sizes.cloud-providers")}
            disabled={disabled}
          />
          <CheckList
            legend="Regulated data"
            none="No regulated data"
            options={REGULATED_DATA}
            value={shown["regulated-data"]}
            onChange={(value) => change("regulated-data", value && [...value])}
            error={error("sizes.regulated-data")}
            disabled={disabled}
          />
        </div>
      </div>
    </Card>
  );
}

function formatSize(size: number | undefined): string {
  return size === undefined ? "" : formatCount(size);
}
