import Link from "next/link";
import { Card } from "@/components/ui/card";
import type { Block, Cover, ReportDocument } from "@/lib/core/reports/document";
import { BlockList } from "./block-list";
import { ScrollingPicture } from "./scrolling-picture";

export type Part = Readonly<{ number: number; title: string; blocks: readonly Block[] }>;

/** The parts of a report, each from its heading to the next of the same rank, counted from 1. */
export function partsOf({ blocks }: ReportDocument): readonly Part[] {
  const parts: { number: number; title: string; blocks: Block[] }[] = [];
  for (const block of blocks) {
    if (block.kind === "heading" && block.level === 1) {
      parts.push({ number: parts.length + 1, title: block.text, blocks: [] });
    } else parts.at(-1)?.blocks.push(block);
  }
  return parts;
}

/** One part of the report as it will be printed: the same words, rows and pictures. Before the first one stands the cover. */
export function ReportPreview({ document, part }: Readonly<{ document: ReportDocument; part: Part | undefined }>) {
  return (
    <div className="grid min-w-0 gap-4">
      {(!part || part.number === 1) && <CoverPreview cover={document.cover} watermark={document.watermark} />}
      {part && (
        <Card title={part.title} className="min-w-0">
          <BlockList blocks={part.blocks} />
        </Card>
      )}
    </div>
  );
}

type Choice = Readonly<{ parts: readonly Part[]; shown: number; hrefOf: (part: number) => string }>;

/** What is in the report, each part a link that shows it. */
export function PartList({ parts, shown, hrefOf }: Choice) {
  return (
    <ol className="grid gap-0.5">
      {parts.map(({ number, title }) => (
        <li key={number}>
          <Link
            href={hrefOf(number)}
            scroll={false}
            aria-current={number === shown ? "true" : undefined}
            className="flex min-h-7 items-center gap-2.5 rounded border border-transparent px-2 py-0.5 text-note hover:bg-sunk aria-[current=true]:border-line aria-[current=true]:bg-sunk aria-[current=true]:font-semibold pointer-coarse:min-h-11"
          >
            <span className="w-4 text-right font-mono text-small text-ink-2">{number}</span>
            {title}
          </Link>
        </li>
      ))}
    </ol>
  );
}

function CoverPreview({ cover, watermark }: Readonly<{ cover: Cover; watermark: string | undefined }>) {
  return (
    <section
      aria-label="Cover"
      className="grid gap-4 rounded-md border border-line bg-raised px-4.5 py-5 max-sm:px-3.5"
    >
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <p className="text-small text-ink-2">{cover.kind}</p>
          <p className="text-question font-semibold wrap-anywhere">{cover.organization}</p>
          <p className="text-body text-ink-2 wrap-anywhere">
            {[cover.assessment, cover.scope].filter(Boolean).join(" · ")}
          </p>
        </div>
        {watermark && <span className="rounded border border-line-strong px-2 text-note text-ink-2">{watermark}</span>}
      </div>
      {cover.sample && <p className="text-note text-danger">{cover.sample}</p>}
      <ScrollingPicture {...cover.headline} />
      <dl className="grid gap-x-6 gap-y-1 text-note sm:grid-cols-[9rem_1fr]">
        {cover.facts.map(({ label, value }) => (
          <div key={label} className="contents">
            <dt className="text-ink-2 max-sm:mt-1">{label}</dt>
            <dd className="min-w-0 wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
