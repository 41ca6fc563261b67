import { clsx } from "clsx";
import { type ReactNode, useId } from "react";
import { Icon } from "./icon";
import { Radio } from "./radio";

export type RadioOption = Readonly<{ value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean }>;

type Props = Readonly<{
  legend: string;
  name: string;
  options: readonly RadioOption[];
  defaultValue?: string;
  value?: string;
  onChange?: (value: string) => void;
  hint?: ReactNode;
  error?: string;
  className?: string;
}>;

/** One choice of a few, all in sight: native radio buttons in a fieldset. */
export function RadioGroup({ legend, name, options, defaultValue, value, onChange, hint, error, className }: Props) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset className={clsx("grid gap-2", className)} aria-describedby={described || undefined}>
      <legend className="mb-1 text-note font-medium">{legend}</legend>
      {hint && (
        <p id={`${id}-hint`} className="text-small text-ink-2">
          {hint}
        </p>
      )}
      {options.map((option) => (
        <Radio
          key={option.value}
          name={name}
          value={option.value}
          label={option.label}
          hint={option.hint}
          disabled={option.disabled}
          {...(value === undefined
            ? { defaultChecked: option.value === defaultValue }
            : { checked: option.value === value, onChange: () => onChange?.(option.value) })}
        />
      ))}
      <div aria-live="polite">
        {error && (
          <p id={`${id}-error`} className="flex items-start gap-1.5 text-small text-danger">
            <Icon name="warning" size={14} className="mt-px" />
            {error}
          </p>
        )}
      </div>
    </fieldset>
  );
}
