import { Card } from "@/components/ui/card";
import type { Block, Cover, ReportDocument } from "@/lib/core/reports/document";
import { BlockList } from "./block-list";
import { DrawingPicture } from "./drawing-picture";

type Part = Readonly<{ id: string; title: string; blocks: readonly Block[] }>;

/** The report as it will be printed, part by part: the same words, rows and pictures. */
export function ReportPreview({ document }: Readonly<{ document: ReportDocument }>) {
  const [first, ...others] = partsOf(document);
  return (
    <div className="grid min-w-0 gap-4">
      <CoverPreview cover={document.cover} watermark={document.watermark} />
      {first && (
        <Card title={first.title} className="min-w-0">
          <div id={first.id}>
            <BlockList blocks={first.blocks} />
          </div>
        </Card>
      )}
      {others.map((part) => (
        <details key={part.id} className="min-w-0 rounded-md border border-line bg-raised px-4.5 py-3 max-sm:px-3.5">
          <summary className="min-h-6 text-body font-semibold">
            <h2 className="inline">{part.title}</h2>
          </summary>
          {/* Inside, so that a link to it opens it. */}
          <div id={part.id} className="pt-3">
            <BlockList blocks={part.blocks} />
          </div>
        </details>
      ))}
    </div>
  );
}

/** The parts of a report, each from its heading to the next of the same rank. */
export function partsOf({ blocks }: ReportDocument): readonly Part[] {
  const parts: { id: string; title: string; blocks: Block[] }[] = [];
  for (const block of blocks) {
    if (block.kind === "heading" && block.level === 1) {
      parts.push({ id: `part-${parts.length + 1}`, title: block.text, blocks: [] });
    } else parts.at(-1)?.blocks.push(block);
  }
  return parts;
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
      <div className="max-w-140">
        <DrawingPicture drawing={cover.headline.drawing} alt={cover.headline.alt} />
      </div>
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
