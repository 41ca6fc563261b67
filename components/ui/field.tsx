import { clsx } from "clsx";
import { type ReactNode, useId } from "react";
import { Icon } from "./icon";

/** What the control inside a field must carry to be tied to its label, hint and error. */
export type FieldTies = Readonly<{
  id: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
  required?: boolean;
}>;

type Props = Readonly<{
  label: string;
  hint?: ReactNode;
  error?: string;
  required?: boolean;
  /** Said after the label of a field that may stay empty ("optional"). */
  optional?: string;
  hideLabel?: boolean;
  className?: string;
  children: (ties: FieldTies) => ReactNode;
}>;

/** Label, control, hint and error, tied together. The error is announced when it appears. */
export function Field({ label, hint, error, required, optional, hideLabel, className, children }: Props) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={clsx("grid content-start gap-1", className)}>
      <label htmlFor={id} className={clsx("text-note font-medium", hideLabel && "sr-only")}>
        {label}
        {optional && <span className="font-normal text-ink-2"> · {optional}</span>}
      </label>
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined, required })}
      {hint && (
        <p id={`${id}-hint`} className="text-small text-ink-2">
          {hint}
        </p>
      )}
      <div aria-live="polite">
        {error && (
          <p id={`${id}-error`} className="flex items-start gap-1.5 text-small text-danger">
            <Icon name="warning" size={14} className="mt-px" />
            {error}
          </p>
        )}
      </div>
    </div>
  );
}
