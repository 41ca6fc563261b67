import { Button } from "@/components/ui/button";
import type { Picks } from "@/lib/core/quick-check/picked-answers";
import type { QuickCheckData } from "@/lib/core/quick-check/quick-check-data";
import { formatCountOf } from "@/lib/core/words/format";
import { goTo, RESULT } from "./place";
import { StartOver } from "./start-over";

type Props = Readonly<{
  data: QuickCheckData;
  picks: Picks;
  /** Where to begin or go on. */
  first: string;
}>;

/** What the quick check is, and the way in. */
export function Start({ data, picks, first }: Props) {
  const count = data.pillars.reduce((sum, { topics }) => sum + topics.length, 0);
  const done = Object.keys(picks).length;
  return (
    <div className="max-w-[64ch]">
      <h1 className="text-[1.75rem]/9 font-semibold tracking-[-0.4px] max-sm:text-[1.4375rem]/8">
        Where do you stand? {count} questions, about five minutes
      </h1>
      <p className="mt-3 text-read text-ink-2">
        {count / data.pillars.length} topics of each pillar, every gate among them. For each, choose the description
        that fits your organization today; choose “not known yet” where you would have to guess.
      </p>
      <div className="mt-6 flex flex-wrap gap-3">
        <Button variant="primary" size="large" onClick={() => goTo(done === count ? RESULT : first)}>
          {done === 0 ? "Begin" : done === count ? "See the result" : "Continue"}
        </Button>
        {done > 0 && done < count && (
          <Button size="large" onClick={() => goTo(RESULT)}>
            See the result so far
          </Button>
        )}
        {done > 0 && <StartOver picks={picks} size="large" />}
      </div>
      {done > 0 && (
        <p className="mt-3 text-note text-ink-2">
          {formatCountOf({ count: done, population: count, unit: "topics" })} answered in this browser.
        </p>
      )}
      <dl className="mt-9 grid gap-x-8 gap-y-5 border-t border-line pt-6 sm:grid-cols-2">
        <Fact title="Nothing is sent">
          Your answers stay in this browser: no account, no server sees them. “Start over” removes them.
        </Fact>
        <Fact title="The same scoring">
          The result is computed as in the full assessment, on these {count} topics as a tree of their own: level, band
          and stage for the whole and for each pillar.
        </Fact>
        <Fact title="A quick look">
          The full assessment has {data.whole.topics} topics with {data.whole.criteria} single facts, weighs evidence
          and plans the way up.
        </Fact>
        <Fact title="Nothing is typed twice">A new assessment in this browser offers to begin with these answers.</Fact>
      </dl>
    </div>
  );
}

function Fact({ title, children }: Readonly<{ title: string; children: React.ReactNode }>) {
  return (
    <div>
      <dt className="font-semibold">{title}</dt>
      <dd className="mt-0.5 text-ink-2">{children}</dd>
    </div>
  );
}
