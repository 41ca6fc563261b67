import { clsx } from "clsx";
import { type ComponentProps, type ReactNode, useId } from "react";

type Props = Omit<ComponentProps<"input">, "type" | "role"> & Readonly<{ label: ReactNode; hint?: ReactNode }>;

/** Something that is on or off at once, without a button to confirm. */
export function Switch({ label, hint, className, ...rest }: Props) {
  const id = useId();
  return (
    <div className={clsx("grid grid-cols-[1fr_auto] items-center gap-x-4", className)}>
      <label htmlFor={id} className="text-body">
        {label}
      </label>
      <input
        {...rest}
        id={id}
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says itself whether it is checked
        role="switch"
        aria-describedby={hint ? `${id}-hint` : undefined}
        className={clsx(
          "relative h-6 w-10 appearance-none rounded-full border border-control bg-sunk transition-colors checked:border-ink checked:bg-ink disabled:opacity-55",
          "after:absolute after:top-[3px] after:left-[3px] after:size-4 after:rounded-full after:bg-ink-2 after:transition-transform after:content-['']",
          "checked:after:translate-x-4 checked:after:bg-on-ink",
        )}
      />
      {hint && (
        <p id={`${id}-hint`} className="col-start-1 text-small text-ink-2">
          {hint}
        </p>
      )}
    </div>
  );
}
