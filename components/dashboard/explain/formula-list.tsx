import type { Formula, MeasureName } from "@/lib/core/dashboard/explain/formula";
import { formatLevel } from "@/lib/core/words/format";

const NAMES: Readonly<Record<MeasureName, string>> = {
  claimed: "Claimed",
  upTo: "Up to, if all that is unknown were met",
  verified: "Verified by evidence",
};

/** A formula three times, with the real numbers, as a reader can recompute it. */
export function FormulaList({ formulas }: Readonly<{ formulas: readonly Formula[] }>) {
  return (
    <dl className="grid gap-2.5">
      {formulas.map(({ measure, text, result }) => (
        <div key={measure}>
          <dt className="text-small text-ink-2">
            {NAMES[measure]}: shown as {formatLevel(result)}
          </dt>
          <dd className="font-mono text-note wrap-anywhere">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
