import { clsx } from "clsx";
import { type ComponentProps, type ReactNode, useId } from "react";

export type ChoiceProps = Omit<ComponentProps<"input">, "type"> &
  Readonly<{
    label: ReactNode;
    hint?: ReactNode;
    /** Where what stands beside it says it already: for screen readers alone. */
    hideLabel?: boolean;
  }>;

/** A box or a circle with its words, which are part of the target. `look` draws what is set. */
export function Choice({
  type,
  look,
  label,
  hint,
  hideLabel,
  className,
  ...rest
}: ChoiceProps & Readonly<{ type: "checkbox" | "radio"; look: string }>) {
  const id = useId();
  return (
    <div
      className={clsx(
        hideLabel
          ? "grid size-6 place-items-center pointer-coarse:size-11"
          : "grid grid-cols-[auto_1fr] content-start items-start gap-x-2.5",
        className,
      )}
    >
      <input
        {...rest}
        id={id}
        type={type}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className={clsx(
          "relative grid size-4 appearance-none place-content-center border border-control bg-raised checked:border-ink disabled:opacity-55",
          "before:absolute before:-inset-1 before:content-['']",
          hideLabel ? "pointer-coarse:before:-inset-3.5" : "mt-0.5",
          "after:hidden after:content-[''] checked:after:block",
          look,
        )}
      />
      <label htmlFor={id} className={hideLabel ? "sr-only" : "min-h-6 text-body pointer-coarse:min-h-8"}>
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="col-start-2 -mt-0.5 text-small text-ink-2">
          {hint}
        </p>
      )}
    </div>
  );
}
