import { clsx } from "clsx";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { Icon } from "./icon";

type TableProps = Readonly<{
  /** Said to screen readers; shown when `showCaption`. */
  caption: string;
  showCaption?: boolean;
  /** On a phone each row is a card: every cell stands under the last, so it has to say what it is. */
  cards?: true;
  className?: string;
  children: ReactNode;
}>;

/** A dense table that scrolls sideways inside itself, never the page. */
export function Table({ caption, showCaption, cards, className, children }: TableProps) {
  return (
    // A group, not a region: beside the chart that it belongs to it would be a second landmark of that name.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div role="group" aria-label={caption} tabIndex={0} className={clsx("relative overflow-x-auto", className)}>
      <table className={clsx("dense-table", cards && "cards-table")}>
        <caption className={clsx(showCaption ? "pb-2 text-left text-small text-ink-2" : "sr-only")}>{caption}</caption>
        {children}
      </table>
    </div>
  );
}

type HeadProps = ComponentProps<"th"> &
  Readonly<{
    /** Figures are right-aligned, as is their heading. */
    numeric?: boolean;
    /** The link that sorts by this column. */
    sortHref?: string;
    sorted?: "ascending" | "descending";
  }>;

export function Th({ numeric, sortHref, sorted, scope = "col", className, children, ...rest }: HeadProps) {
  return (
    <th {...rest} scope={scope} aria-sort={sorted} className={clsx(numeric && "text-right", className) || undefined}>
      {sortHref ? (
        <Link
          href={sortHref}
          className={clsx("inline-flex min-h-6 items-center gap-1 hover:text-ink", sorted && "text-ink")}
        >
          {children}
          <Icon
            name={sorted === "ascending" ? "chevron-up" : sorted === "descending" ? "chevron-down" : "sort"}
            size={12}
          />
        </Link>
      ) : (
        children
      )}
    </th>
  );
}

/** What is in a cell, with its name before it where a row is a card and no heading stands over it. */
export function Named({ name, children }: Readonly<{ name: string; children: ReactNode }>) {
  return (
    <>
      <span className="font-sans text-ink-2 sm:hidden">{name} </span>
      {children}
    </>
  );
}

export function Td({ numeric, className, ...rest }: ComponentProps<"td"> & Readonly<{ numeric?: boolean }>) {
  return <td {...rest} className={clsx(numeric && "text-right font-mono", className) || undefined} />;
}
