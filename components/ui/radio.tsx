import { clsx } from "clsx";
import { type ComponentProps, type ReactNode, useId } from "react";

type Props = Omit<ComponentProps<"input">, "type"> & Readonly<{ label: ReactNode; hint?: ReactNode }>;

/** One of several; use inside RadioGroup, with one `name`. The words are part of the target. */
export function Radio({ label, hint, className, ...rest }: Props) {
  const id = useId();
  return (
    <div className={clsx("grid grid-cols-[auto_1fr] content-start items-start gap-x-2.5", className)}>
      <input
        {...rest}
        id={id}
        type="radio"
        aria-describedby={hint ? `${id}-hint` : undefined}
        className={clsx(
          "relative mt-0.5 grid size-4 appearance-none place-content-center border border-control bg-raised checked:border-ink disabled:opacity-55",
          "before:absolute before:-inset-1 before:content-['']",
          "after:hidden after:content-[''] checked:after:block",
          "rounded-full after:size-2 after:rounded-full after:bg-ink",
        )}
      />
      <label htmlFor={id} className="min-h-6 text-body pointer-coarse:min-h-8">
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
