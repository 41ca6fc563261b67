import { clsx } from "clsx";

type Props = Readonly<{
  label: string;
  /** 0 to `max`; left out while it is not known how much there is. */
  value?: number;
  max?: number;
  className?: string;
}>;

/** How far something is: 3 px, as under a pillar's name. */
export function Progress({ label, value, max = 1, className }: Props) {
  return (
    <progress
      aria-label={label}
      value={value}
      max={max}
      className={clsx(
        "block h-0.75 w-full appearance-none border-0 bg-line",
        "[&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-ink-2 [&::-moz-progress-bar]:bg-ink-2",
        value === undefined && "animate-pulse",
        className,
      )}
    />
  );
}
