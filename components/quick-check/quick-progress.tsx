import { clsx } from "clsx";
import { StageMark } from "@/components/marks/stage-mark";
import { stageRef } from "@/lib/core/marks/stage-ref";
import { type Picks, UNKNOWN_PICK } from "@/lib/core/quick-check/picked-answers";
import type { QuickCheckData } from "@/lib/core/quick-check/quick-check-data";
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
                      aria-label={`${title}: ${pickWords(data, picks[id])}`}
                      aria-current={id === current ? "step" : undefined}
                      onClick={() => goTo(id)}
                      className={clsx(
                        "grid size-6.5 place-items-center rounded hover:bg-sunk",
                        id === current && "bg-accent-soft hover:bg-accent-soft",
                      )}
                    >
                      <PickMark data={data} pick={picks[id]} />
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

/** A pick as a mark: its stage, hatched where it isn't known, dashed where nothing was picked. */
export function PickMark({ data, pick }: Readonly<{ data: QuickCheckData; pick: string | undefined }>) {
  if (pick === undefined) {
    return <span aria-hidden className="size-3.25 shrink-0 rounded-[2px] border border-dashed border-ink-3" />;
  }
  if (pick === UNKNOWN_PICK) {
    return <span aria-hidden className="hatch size-3.25 shrink-0 rounded-[2px] border border-ink-3" />;
  }
  return <StageMark stage={stageRef(data.stages, pick)} decorative className="shrink-0" />;
}

/** A pick in words: a stage's name, "Not known yet", "Not answered". */
export function pickWords({ stages }: Pick<QuickCheckData, "stages">, pick: string | undefined): string {
  if (pick === undefined) return "Not answered";
  return pick === UNKNOWN_PICK ? "Not known yet" : stageRef(stages, pick).name;
}
