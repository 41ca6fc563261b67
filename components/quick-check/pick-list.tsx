import { Card } from "@/components/ui/card";
import type { Picks } from "@/lib/core/quick-check/picked-answers";
import type { QuickCheckData } from "@/lib/core/quick-check/quick-check-data";
import { PickMark, pickWords } from "./pick-mark";
import { goTo } from "./place";

/** Every topic with what was picked; each leads back to its question. */
export function PickList({ data, picks }: Readonly<{ data: QuickCheckData; picks: Picks }>) {
  return (
    <Card title="Your answers" heading="h2" subtitle="Each topic leads back to its question.">
      <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2 lg:grid-cols-3 print:grid-cols-3">
        {data.pillars.map((pillar) => (
          <section key={pillar.id} aria-label={pillar.title} className="print:break-inside-avoid">
            <h3 className="text-note font-semibold">{pillar.title}</h3>
            <ul className="mt-1">
              {pillar.topics.map(({ id, title }) => (
                <li key={id} className="border-t border-line">
                  <button
                    type="button"
                    onClick={() => goTo(id)}
                    className="flex min-h-9 w-full items-center gap-2 py-1.5 text-left text-note hover:text-accent pointer-coarse:min-h-11"
                  >
                    <PickMark stages={data.stages} pick={picks[id]} />
                    <span className="min-w-0 flex-1">{title}</span>
                    <span className="text-small text-ink-2">{pickWords(data.stages, picks[id])}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Card>
  );
}
