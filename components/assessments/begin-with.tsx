import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Radio } from "@/components/ui/radio";
import { Select } from "@/components/ui/select";
import type { KeptCheck } from "@/lib/core/quick-check/kept-check";
import { formatDay, formatNumberOf } from "@/lib/core/words/format";
import type { Beginning, CopySource, QuickTopics } from "./begin-types";
import { QuickFill } from "./quick-fill";

type Props = Readonly<{
  value: Beginning;
  onChange: (value: Beginning) => void;
  sources: readonly CopySource[];
  /** The quick check of this browser, where there is one. */
  check: KeptCheck | null;
  quick: QuickTopics;
  total: number;
  error: (field: string) => string | undefined;
}>;

/** Whether a new assessment begins empty, with a quick check or as a copy, and what that brings. Nothing where there is no choice. */
export function BeginWith({ value, onChange, sources, check, quick, total, error }: Props) {
  if (!check && sources.length === 0) return null;
  const source = sources.find(({ slug }) => slug === value.slug) ?? sources[0];
  const choose = (kind: Beginning["kind"]) => onChange({ ...value, kind, slug: source?.slug ?? "" });
  return (
    <Card title="What it begins with" subtitle="Answers that are there already need not be given again.">
      <div role="radiogroup" aria-label="What it begins with" className="grid gap-2">
        <Radio name="begin" label="Without answers" checked={value.kind === "empty"} onChange={() => choose("empty")} />
        {check && (
          <Radio
            name="begin"
            label={`With the quick check of ${formatDay(check.day)} in this browser`}
            hint={`${formatNumberOf(Object.keys(check.picks).length, "topic")} answered. It leaves the browser when the assessment is made.`}
            checked={value.kind === "quick-check"}
            onChange={() => choose("quick-check")}
          />
        )}
        {source && (
          <Radio
            name="begin"
            label="As a copy of another assessment"
            hint="A subsidiary or an environment that resembles another one begins from its answers."
            checked={value.kind === "copy"}
            onChange={() => choose("copy")}
          />
        )}
      </div>
      {value.kind === "quick-check" && check && <QuickFill picks={check.picks} quick={quick} total={total} />}
      {value.kind === "copy" && source && (
        <div className="mt-4 grid gap-3 border-t border-line pt-4">
          <Field label="Copy of" error={error("from.assessment")}>
            {(ties) => (
              <Select
                {...ties}
                value={source.slug}
                onChange={(event) => onChange({ ...value, slug: event.currentTarget.value })}
                options={sources.map(({ slug, name, scope, answers }) => ({
                  value: slug,
                  label: `${scope}, ${name} (${formatNumberOf(answers, "answer")})`,
                }))}
              />
            )}
          </Field>
          <Checkbox
            label={`Notes too (${formatNumberOf(source.notes, "note")})`}
            checked={value.notes === "copy"}
            disabled={source.notes === 0}
            onChange={() => onChange({ ...value, notes: value.notes === "copy" ? "leave" : "copy" })}
          />
          <dl className="grid gap-x-8 gap-y-2 text-note sm:grid-cols-2">
            <div>
              <dt className="font-medium">Comes along</dt>
              <dd className="text-ink-2">
                {formatNumberOf(source.answers, "answer")} with counts and reasons; profile, size and target, which you
                can change below.
              </dd>
            </div>
            <div>
              <dt className="font-medium">Stays there</dt>
              <dd className="text-ink-2">
                Evidence, exceptions and what reviewers accepted, because they speak of that scope; plan, snapshots and
                history.
              </dd>
            </div>
          </dl>
        </div>
      )}
    </Card>
  );
}
