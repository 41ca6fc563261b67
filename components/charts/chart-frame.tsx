import { clsx } from "clsx";
import type { ReactNode } from "react";
import { CHART_WORDS } from "@/lib/core/words/charts";
import { ExportMenu } from "./export/export-menu";
import { TableToggle } from "./table-toggle";

export type ChartFrameProps = Readonly<{
  /** Unique on the page; `#<id>-table` opens the table. */
  id: string;
  title: string;
  /** What the picture shows, computed from the same data. */
  sentence?: string;
  /** Links beside the title ("Why these numbers"). */
  actions?: ReactNode;
  table: ReactNode;
  heading?: "h2" | "h3";
  className?: string;
  children: ReactNode;
}>;

/** Title, sentence, picture, and the table that takes the picture's place. In print both are there. */
export function ChartFrame({
  id,
  title,
  sentence,
  actions,
  table,
  heading: Heading = "h2",
  className,
  children,
}: ChartFrameProps) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className={clsx(
        "group/chart relative min-w-0 rounded-md border border-line bg-raised px-4.5 py-4 max-sm:px-3.5 print:flex print:flex-col print:break-inside-avoid",
        className,
      )}
    >
      <div className="flex items-start justify-between gap-3 pr-22">
        <Heading id={`${id}-title`} className="text-body/4.5 font-semibold">
          {title}
        </Heading>
        {actions && <div className="flex flex-wrap justify-end gap-x-3.5 text-small text-ink-2">{actions}</div>}
      </div>
      <p data-chart-sentence className="mt-0.5 mb-3 text-note text-ink-2">
        {sentence}
      </p>
      <div className="absolute top-2.5 right-3 print:hidden max-sm:right-2">
        <ExportMenu id={id} title={title} />
      </div>
      <TableToggle id={`${id}-table`} label={CHART_WORDS.table} of={title}>
        {table}
      </TableToggle>
      <div data-chart-picture className="peer-open/table:hidden group-data-exporting/chart:!block print:!block">
        {children}
      </div>
    </section>
  );
}
