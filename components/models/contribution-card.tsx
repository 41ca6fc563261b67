import { LinkArea } from "@/components/ui/link-area";
import { SHOWN } from "@/lib/core/models/addresses";
import type { ContributionRow } from "@/lib/core/models/contribution-rows";
import { ContributionList } from "./contribution-list";

type Props = Readonly<{
  title: string;
  /** "T1078 Valid Accounts: partly, 3 of 8 criteria met" */
  sentence: string;
  rows: readonly ContributionRow[];
  closeHref: string;
}>;

/** The criteria behind one control or technique that was picked; the address says which. */
export function ContributionCard({ title, sentence, rows, closeHref }: Props) {
  return (
    <section
      id={SHOWN}
      aria-label={title}
      className="scroll-mt-4 rounded-md border border-line-strong bg-raised px-4.5 py-4 max-sm:px-3.5"
    >
      <LinkArea>
        <div className="mb-1.5 flex items-start justify-between gap-3">
          <div>
            <h2 className="text-body/4.5 font-semibold">{title}</h2>
            <p className="mt-0.5 text-note text-ink-2">{sentence}.</p>
          </div>
          <a href={closeHref} className="link inline-block shrink-0 py-1 text-small text-ink-2">
            Close
          </a>
        </div>
        <ContributionList rows={rows} className="gap-x-8 lg:columns-2" />
      </LinkArea>
    </section>
  );
}
