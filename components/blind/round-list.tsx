import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { formatDay, formatNames, formatNumberOf } from "@/lib/core/words/format";

type Round = Readonly<{
  id: string;
  first: string;
  second: string;
  firstDone: boolean;
  secondDone: boolean;
  mine: boolean;
  topics: number;
  startedAt: string;
}>;

/** The blind rounds, each with who is still at it. */
export function RoundList({ base, rounds }: Readonly<{ base: string; rounds: readonly Round[] }>) {
  return (
    <ul className="rounded-md border border-line bg-raised">
      {rounds.map((round) => {
        const waiting = [round.firstDone ? "" : round.first, round.secondDone ? "" : round.second].filter(Boolean);
        return (
          <li key={round.id} className="border-t border-line first:border-t-0">
            <Link
              href={`${base}/${round.id}`}
              className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4.5 py-3 hover:bg-sunk"
            >
              <span className="min-w-0">
                <span className="font-medium wrap-anywhere">
                  {round.first} and {round.second}
                </span>
                <span className="block text-small text-ink-2">
                  {formatNumberOf(round.topics, "topic")} · started {formatDay(round.startedAt.slice(0, 10))}
                </span>
              </span>
              {round.mine ? (
                <Badge tone="accent">yours to answer</Badge>
              ) : (
                <Badge>{waiting.length === 0 ? "both are in" : `still at it: ${formatNames(waiting)}`}</Badge>
              )}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
