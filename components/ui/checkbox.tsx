import { clsx } from "clsx";
import { type ComponentProps, type ReactNode, useId } from "react";

type Props = Omit<ComponentProps<"input">, "type"> & Readonly<{ label: ReactNode; hint?: ReactNode }>;

/** Something that is so or not, sent with its form. The words are part of the target. */
export function Checkbox({ label, hint, className, ...rest }: Props) {
  const id = useId();
  return (
    <div className={clsx("grid grid-cols-[auto_1fr] content-start items-start gap-x-2.5", className)}>
      <input
        {...rest}
        id={id}
        type="checkbox"
        aria-describedby={hint ? `${id}-hint` : undefined}
        className={clsx(
          "relative mt-0.5 grid size-4 appearance-none place-content-center rounded-[3px] border border-control bg-raised checked:border-ink checked:bg-ink disabled:opacity-55",
          "before:absolute before:-inset-1 before:content-['']",
          "after:mb-px after:hidden after:h-2.25 after:w-1.25 after:rotate-45 after:border-r-2 after:border-b-2 after:border-on-ink after:content-[''] checked:after:block",
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
