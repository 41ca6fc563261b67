import { clsx } from "clsx";
import type { Picks } from "@/lib/core/quick-check/picked-answers";
import type { QuickCheckData } from "@/lib/core/quick-check/quick-check-data";
import { PickMark, pickWords } from "./pick-mark";
import { goTo } from "./place";

type Props = Readonly<{ data: QuickCheckData; picks: Picks; current: string }>;

/** Every topic by pillar with what was picked; each leads there. */
export function QuickProgress({ data, picks, current }: Props) {
  return (
    <nav aria-label="Topics of the quick check">
      <ol className="grid grid-cols-3 gap-x-3 gap-y-2 sm:grid-cols-6">
        {data.pillars.map((pillar) => {
          const here = pillar.topics.some(({ id }) => id === current);
          return (
            <li key={pillar.id} className={clsx("border-t-2 pt-1.5", here ? "border-ink" : "border-line")}>
              <p className={clsx("text-small", here ? "font-semibold" : "text-ink-2")}>{pillar.title}</p>
              <ol className="mt-0.5 -ml-1.5 flex">
                {pillar.topics.map(({ id, title }) => (
                  <li key={id}>
                    <button
                      type="button"
                      aria-label={`${title}: ${pickWords(data.stages, picks[id])}`}
                      aria-current={id === current ? "step" : undefined}
                      onClick={() => goTo(id)}
                      className={clsx(
                        "grid size-6.5 place-items-center rounded hover:bg-sunk",
                        id === current && "bg-accent-soft hover:bg-accent-soft",
                      )}
                    >
                      <PickMark stages={data.stages} pick={picks[id]} />
                    </button>
                  </li>
                ))}
              </ol>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
