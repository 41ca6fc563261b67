import Link from "next/link";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { DashboardLinks } from "@/lib/core/dashboard/addresses";
import type { StartPillar } from "@/lib/core/dashboard/where-to-start";
import { formatNumberOf } from "@/lib/core/words/format";

type Props = Readonly<{ pillars: readonly StartPillar[]; links: DashboardLinks }>;

/** Before the first answer: the gates of each pillar with their questions, each a way into the walk. */
export function StartCard({ pillars, links }: Props) {
  const first = pillars[0]?.gates[0];
  const gates = pillars.reduce((sum, pillar) => sum + pillar.gates.length, 0);
  return (
    <Card
      title="Begin with the gates"
      subtitle={`${formatNumberOf(gates, "topic")} decide first: a pillar stays at its lowest stage while one of its gates is short.`}
      actions={
        first && (
          <ButtonLink href={first.walkHref} variant="primary">
            Answer the first gate
          </ButtonLink>
        )
      }
    >
      <div className="grid gap-x-6 gap-y-4 md:grid-cols-2 xl:grid-cols-3">
        {pillars.map((pillar) => (
          <div key={pillar.id} className="min-w-0">
            <h3 className="border-b border-line-strong pb-1 text-note font-semibold">{pillar.title}</h3>
            <ul>
              {pillar.gates.map((gate) => (
                <li key={gate.id} className="border-b border-line py-2">
                  <Link href={gate.walkHref} prefetch={false} className="font-medium hover:underline">
                    {gate.title}
                  </Link>
                  <p className="text-small text-ink-2">{gate.prompt}</p>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <p className="mt-4 text-note text-ink-2">
        Whatever isn't answered counts as not known, never as no: it widens the band. After the first answers the
        pillars, what holds you back and the topics stand here.{" "}
        <Link href={links.walk()} className="link">
          Open the walk
        </Link>
      </p>
    </Card>
  );
}
