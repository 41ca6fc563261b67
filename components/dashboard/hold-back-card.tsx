import Link from "next/link";
import { Card } from "@/components/ui/card";
import type { DashboardLinks } from "@/lib/core/dashboard/addresses";
import { GAIN_DIGITS, type HoldBack, type HoldBackItem } from "@/lib/core/dashboard/hold-back";
import type { NextQuestion, NextQuestions } from "@/lib/core/dashboard/next-questions";
import { formatCount, formatGain } from "@/lib/core/words/format";

type Props = Readonly<{ holdBack: HoldBack; next: NextQuestions; links: DashboardLinks; className?: string }>;

/** Gates that are short and the largest gains, and the questions whose answers narrow the band most. */
export function HoldBackCard({ holdBack, next, links, className }: Props) {
  const { items, gates, open } = holdBack;
  const all = (
    <Link href={`${links.explain({ of: "overall" })}#open`} className="link">
      All {formatCount(gates + open)}
    </Link>
  );
  return (
    <Card
      title="What holds us back"
      subtitle={items.length > 0 ? "Gates first, then the largest gain in overall level." : undefined}
      actions={items.length > 0 ? all : undefined}
      className={className}
    >
      {items.length === 0 ? (
        <p className="text-note text-ink-2">Nothing: every criterion in scope is met.</p>
      ) : (
        <ul>
          {items.map((item) => (
            <Item key={item.id} item={item} />
          ))}
        </ul>
      )}
      <div className="mt-1 border-t border-line-strong pt-3 text-note">
        {next.questions.length > 0 && (
          <p>
            <b className="font-semibold">Ask these next: </b>
            <Questions questions={next.questions} />
          </p>
        )}
        <p className="mt-0.5 text-ink-2">{next.sentence}</p>
      </div>
    </Card>
  );
}

function Item({ item }: Readonly<{ item: HoldBackItem }>) {
  return (
    <li className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-0.5 border-t border-line py-2.25 first:border-t-0 first:pt-0.5">
      <Link href={item.href} prefetch={false} className="font-medium hover:underline">
        {item.title}
      </Link>
      <span className="text-right font-mono">{formatGain(item.gain, GAIN_DIGITS)}</span>
      <span className="text-small text-ink-2">{item.detail}</span>
      <span className="text-right text-small text-ink-2">overall</span>
    </li>
  );
}

/** "Data: Loss prevention, Insiders; Network: Outbound", each topic a way into the walk. */
function Questions({ questions }: Readonly<{ questions: readonly NextQuestion[] }>) {
  const pillars = [...new Set(questions.map(({ pillar }) => pillar))];
  return pillars.map((pillar, i) => {
    const topics = [...new Map(questions.filter((q) => q.pillar === pillar).map((q) => [q.topic, q.walkHref]))];
    return (
      <span key={pillar}>
        {i > 0 && "; "}
        {pillar}:{" "}
        {topics.map(([topic, href], j) => (
          <span key={topic}>
            {j > 0 && ", "}
            <Link href={href} prefetch={false} className="link">
              {topic}
            </Link>
          </span>
        ))}
      </span>
    );
  });
}
