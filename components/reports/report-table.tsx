import { Table, Td, Th } from "@/components/ui/table";
import type { Cell, Table as TableBlock } from "@/lib/core/reports/document";
import { formatNumberOf } from "@/lib/core/words/format";
import { ReportText } from "./report-text";

/** A preview is for judging, not for reading 450 answers. */
const MOST_ROWS = 24;

/** A table of a report; of a long one its beginning. */
export function ReportTable({ table }: Readonly<{ table: TableBlock }>) {
  const rows = table.rows.slice(0, MOST_ROWS);
  const more = table.rows.length - rows.length;
  return (
    <div className="min-w-0">
      <Table caption={table.caption} showCaption={table.showCaption}>
        <thead>
          <tr>
            {table.columns.map((column, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have the same title
              <Th key={index} numeric={column.align === "end"}>
                {column.title}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a report is drawn once, in order
            <tr key={index}>
              {"group" in row ? (
                <Th scope="colgroup" colSpan={table.columns.length} className="pt-2.5 font-semibold">
                  <span className="flex justify-between gap-3">
                    <span>
                      <ReportText text={row.group} />
                    </span>
                    {row.aside && (
                      <span className="font-normal text-ink-2">
                        <ReportText text={row.aside} />
                      </span>
                    )}
                  </span>
                </Th>
              ) : (
                row.cells.map((cell, column) => (
                  <Td
                    // biome-ignore lint/suspicious/noArrayIndexKey: cells belong to their columns
                    key={column}
                    className={table.columns[column]?.align === "end" ? "text-right" : undefined}
                  >
                    <CellText cell={cell} />
                  </Td>
                ))
              )}
            </tr>
          ))}
        </tbody>
      </Table>
      {more > 0 && (
        <p className="pt-1.5 text-small text-ink-2">and {formatNumberOf(more, "more row", "more rows")} in the PDF</p>
      )}
    </div>
  );
}

function CellText({ cell }: Readonly<{ cell: Cell }>) {
  return (
    <>
      <ReportText text={cell.text} />
      {cell.under?.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a report is drawn once, in order
        <span key={index} className="block text-small text-ink-2">
          <ReportText text={line} />
        </span>
      ))}
    </>
  );
}
