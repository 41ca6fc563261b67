"use client";

import { useSubmit } from "@/components/forms/use-submit";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";

/** One more organization, or the sample one unless it is there. */
export function AddOrganization({ sample: loaded }: Readonly<{ sample: "loaded" | "absent" }>) {
  const own = useSubmit<{ slug: string }>({
    to: "/api/organizations",
    done: ({ slug }) => window.location.assign(`/${slug}`),
  });
  const sample = useSubmit<{ slug: string }>({
    to: "/api/sample",
    body: () => ({}),
    done: ({ slug }) => window.location.assign(`/${slug}`),
  });
  return (
    <div className="grid gap-5 md:grid-cols-2">
      <Card title="Add an organization" subtitle="Its people, answers and reports stay apart from every other one.">
        <form onSubmit={own.onSubmit} className="grid gap-3">
          {own.problem && <Notice tone="danger" title={own.problem.title} live />}
          <Field label="Name" error={own.error("name")} required>
            {(ties) => <Input {...ties} name="name" maxLength={100} autoComplete="off" />}
          </Field>
          <Button type="submit" busy={own.busy} icon="plus" className="justify-self-start">
            Add organization
          </Button>
        </form>
      </Card>
      {loaded === "absent" && (
        <Card
          title="Look around with a sample"
          subtitle="A made-up company of 1,200 people, two years into its journey: answers, evidence, three snapshots and a plan. Removed in one click."
        >
          <form onSubmit={sample.onSubmit} className="grid gap-3">
            {sample.problem && <Notice tone="danger" title={sample.problem.title} live />}
            <Button type="submit" busy={sample.busy} className="justify-self-start">
              Load the sample organization
            </Button>
          </form>
        </Card>
      )}
    </div>
  );
}
