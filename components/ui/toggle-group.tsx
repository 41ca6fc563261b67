"use client";

import { clsx } from "clsx";
import { type KeyboardEvent, memo, type SyntheticEvent, useState } from "react";

export type ToggleOption<Value extends string> = Readonly<{
  value: Value;
  label: string;
  /** Shown instead of the label from 640 px up, where the row is narrow ("N/A"). */
  short?: string;
  /** The key that sets it; its letter is underlined in the label. */
  shortcut?: string;
  disabled?: boolean;
}>;

type Props<Value extends string> = Readonly<{
  label: string;
  options: readonly ToggleOption<Value>[];
  /** null: nothing is set. */
  value: Value | null;
  onChange: (value: Value) => void;
  /** "answer" becomes two rows of 44 px buttons on a phone, three above, the rest below. */
  layout?: "inline" | "answer";
  className?: string;
}>;

/** Toggle buttons with one tab stop: arrows move, Space or Enter sets, so that nothing is set in passing. */
export function ToggleGroup<Value extends string>({
  label,
  options,
  value,
  onChange,
  layout = "inline",
  className,
}: Props<Value>) {
  const [focused, setFocused] = useState<number | null>(null);
  const pressed = options.findIndex((option) => option.value === value);
  const stop = focused ?? Math.max(pressed, 0);

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const to = target(event.key, { from: indexOf(event), last: options.length - 1 });
    if (to === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    (event.currentTarget.children[to] as HTMLElement).focus();
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would say "grouping" twice in every criterion row
    <div
      role="group"
      aria-label={label}
      onFocus={(event) => setFocused(indexOf(event))}
      onBlur={() => setFocused(null)}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        const option = options[indexOf(event)];
        // The group hears of a press on a disabled button's words, too.
        if (option && !option.disabled) onChange(option.value);
      }}
      className={clsx(
        layout === "inline"
          ? "flex w-fit rounded border border-control bg-raised"
          : "grid grid-cols-6 gap-1.5 sm:flex sm:w-fit sm:gap-0 sm:rounded sm:border sm:border-control sm:bg-raised",
        className,
      )}
    >
      {options.map((option, index) => (
        <Toggle
          key={option.value}
          option={option}
          pressed={index === pressed}
          stop={index === stop}
          className={layout === "inline" ? INLINE : clsx(ANSWER, index < 3 ? "max-sm:col-span-2" : "max-sm:col-span-3")}
        />
      ))}
    </div>
  );
}

/** Which of the group's buttons it happened on; -1: none. */
function indexOf(event: SyntheticEvent<HTMLDivElement>): number {
  return [...event.currentTarget.children].indexOf((event.target as Element).closest("button") as Element);
}

type ToggleProps = Readonly<{ option: ToggleOption<string>; pressed: boolean; stop: boolean; className: string }>;

/** Remembered, and with the group's listeners only: a walk has forty of them, of which a change of topic changes three. */
const Toggle = memo(function Toggle({ option, pressed, stop, className }: ToggleProps) {
  const { label, short, shortcut, disabled } = option;
  return (
    <button
      type="button"
      aria-pressed={pressed}
      aria-keyshortcuts={shortcut}
      disabled={disabled}
      tabIndex={stop ? 0 : -1}
      className={clsx(
        "bg-raised font-medium text-ink hover:bg-sunk focus-visible:z-10 disabled:opacity-55 aria-pressed:bg-ink aria-pressed:text-on-ink",
        className,
      )}
    >
      {short ? (
        <>
          <span className="sm:hidden">{underlined(label, shortcut)}</span>
          <span className="max-sm:hidden">{underlined(short, shortcut)}</span>
        </>
      ) : (
        underlined(label, shortcut)
      )}
    </button>
  );
});

const INLINE =
  "border-l border-line-strong px-2.25 py-1 text-small/4.5 first:rounded-l-[3px] first:border-l-0 last:rounded-r-[3px] pointer-coarse:min-h-11";
const ANSWER =
  "sm:border-l sm:border-line-strong sm:px-2.25 sm:py-1 sm:text-small/4.5 sm:first:rounded-l-[3px] sm:first:border-l-0 sm:last:rounded-r-[3px] sm:pointer-coarse:min-h-11 max-sm:h-11 max-sm:rounded max-sm:border max-sm:border-control";

function target(key: string, { from, last }: { from: number; last: number }): number | null {
  switch (key) {
    case "ArrowRight":
      return from === last ? 0 : from + 1;
    case "ArrowLeft":
      return from === 0 ? last : from - 1;
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return null;
  }
}

function underlined(label: string, shortcut: string | undefined) {
  const at = shortcut ? label.toLowerCase().indexOf(shortcut.toLowerCase()) : -1;
  if (at < 0) return label;
  return (
    <>
      {label.slice(0, at)}
      <u className="decoration-1 underline-offset-2 max-sm:no-underline">{label.slice(at, at + 1)}</u>
      {label.slice(at + 1)}
    </>
  );
}
