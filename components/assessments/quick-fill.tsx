import { PickMark, pickWords } from "@/components/quick-check/pick-mark";
import { type Picks, pickedAnswers } from "@/lib/core/quick-check/picked-answers";
import { formatCount, formatNumberOf } from "@/lib/core/words/format";
import type { QuickTopics } from "./begin-types";

type Props = Readonly<{ picks: Picks; quick: QuickTopics; total: number }>;

/** What a quick check fills in, topic by topic, before it does. */
export function QuickFill({ picks, quick, total }: Props) {
  const topics = quick.pillars.flatMap((pillar) => pillar.topics);
  const filled = pickedAnswers(topics, quick.stages, picks).size;
  return (
    <div className="mt-4 border-t border-line pt-4">
      <p className="text-note">
        Fills {formatNumberOf(filled, "criterion", "criteria")} of {formatCount(total)}, each marked in its history as
        filled by quick check; every one can be changed.
      </p>
      <div className="mt-3 grid gap-x-8 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
        {quick.pillars.map((pillar) => (
          <section key={pillar.id} aria-label={pillar.title}>
            <h3 className="text-note font-semibold">{pillar.title}</h3>
            <ul className="mt-1">
              {pillar.topics.map((topic) => (
                <li key={topic.id} className="flex min-h-8 items-center gap-2 border-t border-line py-1 text-note">
                  <PickMark stages={quick.stages} pick={picks[topic.id]} />
                  <span className="min-w-0 flex-1">{topic.title}</span>
                  <span className="text-right text-small text-ink-2">
                    {pickWords(quick.stages, picks[topic.id])}
                    <br />
                    {fillWords([...pickedAnswers([topic], quick.stages, picks).values()].map(({ status }) => status))}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

/** "4 met"; all answers of one pick say the same. */
function fillWords(statuses: readonly string[]): string {
  const [status] = statuses;
  if (!status) return "stays open";
  return `${formatCount(statuses.length)} ${status === "unknown" ? "not known yet" : status.replace("-", " ")}`;
}
