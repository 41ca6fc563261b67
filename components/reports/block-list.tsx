import { StageMark } from "@/components/marks/stage-mark";
import { Notice } from "@/components/ui/notice";
import type { Block } from "@/lib/core/reports/document";

import { ReportTable } from "./report-table";
import { ReportText } from "./report-text";
import { ScrollingPicture } from "./scrolling-picture";

/** Pieces of a report on a page. */
export function BlockList({ blocks }: Readonly<{ blocks: readonly Block[] }>) {
  return (
    <div className="grid min-w-0 gap-3">
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a report is drawn once, in order
        <BlockView key={index} block={block} />
      ))}
    </div>
  );
}

function BlockView({ block }: Readonly<{ block: Block }>) {
  switch (block.kind) {
    case "heading": {
      const Heading = block.level === 2 ? "h3" : "h4";
      return (
        <Heading
          className={`flex flex-wrap items-center gap-2 font-semibold ${block.level === 2 ? "mt-3 text-body" : "mt-2 text-note"}`}
        >
          {block.mark && <StageMark stage={block.mark} />}
          {block.text}
          {block.aside && <span className="ml-auto font-mono text-note font-normal text-ink-2">{block.aside}</span>}
        </Heading>
      );
    }
    case "paragraph":
      return (
        <p className={block.tone === "note" ? "max-w-[80ch] text-small text-ink-2" : "max-w-[75ch] text-body"}>
          <ReportText text={block.text} />
        </p>
      );
    case "list": {
      const List = block.ordered ? "ol" : "ul";
      return (
        <List className={`grid max-w-[75ch] gap-1.5 pl-5 text-body ${block.ordered ? "list-decimal" : "list-disc"}`}>
          {block.items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a report is drawn once, in order
            <li key={index}>
              <ReportText text={item} />
            </li>
          ))}
        </List>
      );
    }
    case "table":
      return <ReportTable table={block} />;
    case "figure":
      return (
        <figure className="min-w-0">
          <ScrollingPicture {...block} />
          {block.caption && (
            <figcaption className="mt-1 text-small text-ink-2">
              <ReportText text={block.caption} />
            </figcaption>
          )}
        </figure>
      );
    case "callout":
      return (
        <Notice tone={block.tone === "alert" ? "warning" : "info"} title={block.title}>
          <ReportText text={block.text} />
        </Notice>
      );
    case "together":
      return <BlockList blocks={block.blocks} />;
    case "contents":
    case "page-break":
      return null;
  }
}
