import { useId } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import type { Listed } from "@/lib/core/content/organization-lists";

type Props<T extends string> = Readonly<{
  legend: string;
  options: readonly (Listed & Readonly<{ id: T }>)[];
  /** What there is none of: "No cloud provider". */
  none: string;
  /** Undefined: not known yet; empty: none. */
  value: readonly T[] | undefined;
  onChange: (value: readonly T[] | undefined) => void;
  error?: string;
  disabled?: boolean;
}>;

/** Several of a list, or none of it; as long as nothing is ticked it isn't known yet. */
export function CheckList<T extends string>({ legend, options, none, value, onChange, error, disabled }: Props<T>) {
  const id = useId();
  function toggle(option: T) {
    const chosen = options.map((one) => one.id).filter((one) => (one === option) !== (value ?? []).includes(one));
    onChange(chosen.length === 0 ? undefined : chosen);
  }
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="mb-1.5 text-note font-medium">
        {legend}
        <span className="font-normal text-ink-2"> · {value === undefined ? "not known yet" : "optional"}</span>
      </legend>
      <div className="grid gap-x-4 gap-y-1 sm:grid-cols-2">
        {options.map((option) => (
          <Checkbox
            key={option.id}
            label={option.title}
            checked={value?.includes(option.id) ?? false}
            disabled={disabled}
            onChange={() => toggle(option.id)}
          />
        ))}
        <Checkbox
          label={none}
          checked={value?.length === 0}
          disabled={disabled}
          onChange={() => onChange(value?.length === 0 ? undefined : [])}
        />
      </div>
      {error && (
        <p id={`${id}-error`} className="text-small text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}
