import { clsx } from "clsx";
import type { ComponentProps } from "react";
import { Icon } from "./icon";
import { CONTROL } from "./input";

export type SelectOption = Readonly<{ value: string; label: string; disabled?: boolean }>;

type Props = Omit<ComponentProps<"select">, "children"> & Readonly<{ options: readonly SelectOption[] }>;

/** The browser's own list: keyboard, screen reader and phone picker come with it. */
export function Select({ options, className, ...rest }: Props) {
  return (
    <span className={clsx("relative inline-grid", className)}>
      <select {...rest} className={clsx(CONTROL, "h-8 w-full appearance-none pr-8")}>
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon
        name="chevron-down"
        size={14}
        className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 text-ink-2"
      />
    </span>
  );
}
