import { useId, useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { OrganizationData } from "@/lib/core/content/organization-data";
import { CLOUD_PROVIDERS, REGULATED_DATA } from "@/lib/core/content/organization-lists";
import { parseCount, parsePercent } from "@/lib/core/words/parse-figures";
import { CheckList } from "./check-list";
import { IndustryList } from "./industry-list";
import { SIZES, SizeField } from "./size-fields";

/** The two lists, which are no text fields. */
export type OrganizationLists = Pick<OrganizationData, "cloud-providers" | "regulated-data">;

type Props = Readonly<{
  /** What the fields begin with. */
  start: OrganizationData;
  lists: OrganizationLists;
  onLists: (lists: OrganizationLists) => void;
  error: (field: string) => string | undefined;
}>;

/** Size, industry, remote work, clouds and regulated data as fields of a form. */
export function OrganizationForm({ start, lists, onLists, error }: Props) {
  const industries = useId();
  const [people, setPeople] = useState(start.people);
  return (
    <div className="grid gap-5">
      <div className="grid grid-cols-2 gap-4 lg:grid-cols-4">
        {SIZES.map((size) => (
          <SizeField
            key={size.id}
            size={size}
            people={people}
            error={error(`sizes.${size.id}`)}
            input={{
              defaultValue: start[size.id],
              ...(size.id === "people" && { onChange: (event) => setPeople(asNumber(event.currentTarget.value)) }),
            }}
          />
        ))}
        <Field label="Industry" optional="optional" error={error("sizes.industry")} className="col-span-2">
          {(ties) => (
            <Input
              {...ties}
              name="sizes.industry"
              list={industries}
              maxLength={80}
              autoComplete="off"
              defaultValue={start.industry}
            />
          )}
        </Field>
        <IndustryList id={industries} />
        <Field
          label="Remote share, in percent"
          optional="optional"
          hint="Of the people, away from its offices on a usual day."
          error={error("sizes.remote-share")}
          className="col-span-2"
        >
          {(ties) => (
            <Input
              {...ties}
              name="sizes.remote-share"
              inputMode="decimal"
              figures
              maxLength={6}
              autoComplete="off"
              defaultValue={start["remote-share"] === undefined ? undefined : start["remote-share"] * 100}
            />
          )}
        </Field>
      </div>
      <div className="grid gap-x-8 gap-y-5 md:grid-cols-2">
        <CheckList
          legend="Cloud providers"
          none="No cloud provider"
          options={CLOUD_PROVIDERS}
          value={lists["cloud-providers"]}
          onChange={(value) => onLists({ ...lists, "cloud-providers": value && [...value] })}
          error={error("sizes.cloud-providers")}
        />
        <CheckList
          legend="Regulated data"
          none="No regulated data"
          options={REGULATED_DATA}
          value={lists["regulated-data"]}
          onChange={(value) => onLists({ ...lists, "regulated-data": value && [...value] })}
          error={error("sizes.regulated-data")}
        />
      </div>
    </div>
  );
}

/** What the fields hold, as it is sent; what is empty isn't known. */
export function organizationFields(text: (name: string) => string, lists: OrganizationLists): Record<string, unknown> {
  return {
    ...Object.fromEntries(SIZES.map(({ id }) => [id, parseCount(text(`sizes.${id}`))])),
    industry: text("sizes.industry").trim() || undefined,
    "remote-share": parsePercent(text("sizes.remote-share")),
    ...lists,
  };
}

function asNumber(text: string): number | undefined {
  const count = parseCount(text);
  return typeof count === "number" && count > 0 ? count : undefined;
}
