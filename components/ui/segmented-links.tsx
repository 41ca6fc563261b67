import { clsx } from "clsx";
import Link from "next/link";

export type Segment = Readonly<{ label: string; href: string; current: boolean; count?: number }>;

/** Views of one thing, each with its own address; the state lives in the URL. */
export function SegmentedLinks({
  label,
  segments,
  className,
}: Readonly<{ label: string; segments: readonly Segment[]; className?: string }>) {
  return (
    <nav
      aria-label={label}
      className={clsx(
        "flex w-fit max-w-full overflow-x-auto rounded border border-control bg-raised print:hidden",
        className,
      )}
    >
      {segments.map((segment) => (
        <Link
          key={segment.href}
          href={segment.href}
          scroll={false}
          aria-current={segment.current ? "page" : undefined}
          className="inline-flex min-h-7 items-center gap-1.5 border-l border-line-strong px-2.5 text-note font-medium whitespace-nowrap -outline-offset-2 first:rounded-l-[3px] first:border-l-0 last:rounded-r-[3px] hover:bg-sunk aria-[current=page]:bg-ink aria-[current=page]:text-on-ink pointer-coarse:min-h-11"
        >
          {segment.label}
          {segment.count !== undefined && <span className="font-normal opacity-80">{segment.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
