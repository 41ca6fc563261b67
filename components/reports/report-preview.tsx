import { StageMark } from "@/components/marks/stage-mark";
import { Notice } from "@/components/ui/notice";
import type { Block, Cell, Inline, ReportDocument, Table } from "@/lib/core/reports/document";
import { DrawingPicture } from "./drawing-picture";

/** The first pages of a report as it will be printed: the same words, rows and pictures. */
export function ReportPreview({ blocks }: Readonly<{ blocks: readonly Block[] }>) {
  return (
    <div className="grid gap-3">
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a report is drawn once, in order
        <BlockView key={index} block={block} />
      ))}
    </div>
  );
}

/** The blocks of one part of a report: from its heading to the next of the same rank. */
export function partOf(document: ReportDocument, title: string): readonly Block[] {
  const heads = (block: Block) => block.kind === "heading" && block.level === 1;
  const first = document.blocks.findIndex((block) => heads(block) && block.kind === "heading" && block.text === title);
  if (first < 0) return [];
  const rest = document.blocks.slice(first + 1);
  const end = rest.findIndex(heads);
  return end < 0 ? rest : rest.slice(0, end);
}

/** Titles of the report's parts, in order. */
export function partsOf(document: ReportDocument): readonly string[] {
  return document.blocks.flatMap((block) => (block.kind === "heading" && block.level === 1 ? [block.text] : []));
}

function BlockView({ block }: Readonly<{ block: Block }>) {
  switch (block.kind) {
    case "heading":
      return block.level === 2 ? (
        <h3 className="mt-3 flex items-center gap-2 text-body font-semibold">
          {block.mark && <StageMark stage={block.mark} />}
          {block.text}
        </h3>
      ) : (
        <h4 className="mt-2 flex items-center gap-2 text-note font-semibold">
          {block.mark && <StageMark stage={block.mark} />}
          {block.text}
        </h4>
      );
    case "paragraph":
      return (
        <p className={block.tone === "note" ? "text-note text-ink-2" : "max-w-[75ch] text-body"}>
          <Words text={block.text} />
        </p>
      );
    case "list": {
      const items = block.items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a report is drawn once, in order
        <li key={index}>
          <Words text={item} />
        </li>
      ));
      const look = "grid max-w-[75ch] gap-1.5 pl-5 text-body";
      return block.ordered ? (
        <ol className={`list-decimal ${look}`}>{items}</ol>
      ) : (
        <ul className={`list-disc ${look}`}>{items}</ul>
      );
    }
    case "table":
      return <TableView table={block} />;
    case "figure":
      return (
        <figure>
          <DrawingPicture drawing={block.drawing} alt={block.alt} />
          {block.caption && (
            <figcaption className="mt-1 text-small text-ink-2">
              <Words text={block.caption} />
            </figcaption>
          )}
        </figure>
      );
    case "callout":
      return (
        <Notice tone={block.tone === "alert" ? "warning" : "info"} title={block.title}>
          <Words text={block.text} />
        </Notice>
      );
    case "together":
      return <ReportPreview blocks={block.blocks} />;
    default:
      return null;
  }
}

function TableView({ table }: Readonly<{ table: Table }>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={table.caption} tabIndex={0} className="overflow-x-auto">
      <table className="w-full border-collapse text-note">
        <caption className={table.showCaption ? "pb-1 text-left text-small text-ink-2" : "sr-only"}>
          {table.caption}
        </caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th
                key={column.title}
                scope="col"
                className={`border-b border-line-strong py-1 pr-3 font-medium ${column.align === "end" ? "text-right" : "text-left"}`}
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a report is drawn once, in order
            <tr key={index}>
              {"group" in row ? (
                <th scope="colgroup" colSpan={table.columns.length} className="pt-2 pb-1 text-left font-semibold">
                  <Words text={row.group} />
                </th>
              ) : (
                row.cells.map((cell, column) => (
                  <td
                    // biome-ignore lint/suspicious/noArrayIndexKey: cells belong to their columns
                    key={column}
                    className={`border-b border-line py-1 pr-3 align-top ${table.columns[column]?.align === "end" ? "text-right" : ""}`}
                  >
                    <CellView cell={cell} />
                  </td>
                ))
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function CellView({ cell }: Readonly<{ cell: Cell }>) {
  return (
    <>
      <Words text={cell.text} />
      {cell.under?.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a report is drawn once, in order
        <span key={index} className="block text-small text-ink-2">
          <Words text={line} />
        </span>
      ))}
    </>
  );
}

function Words({ text }: Readonly<{ text: readonly Inline[] }>) {
  return text.map((part, index) => {
    const key = `${index}`;
    if (typeof part === "string") return <span key={key}>{part}</span>;
    if ("mark" in part) return <StageMark key={key} stage={part.mark} size={12} className="mr-1 inline" />;
    return (
      <span key={key} className={LOOKS[part.as]}>
        {part.text}
      </span>
    );
  });
}

const LOOKS = {
  strong: "font-semibold",
  soft: "text-ink-2",
  code: "font-mono text-small",
  figure: "font-mono",
  alert: "text-danger",
};
