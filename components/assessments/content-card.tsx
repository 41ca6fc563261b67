import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { formatMoment } from "@/lib/core/words/format";
import { UndoMove } from "./undo-move";

type Ref = Readonly<{ questionnaire: string; version: string }>;
type Move = Readonly<{
  id: string;
  from: Ref;
  to: Ref;
  by: string;
  at: Date;
  undone: Readonly<{ by: string; at: Date }> | null;
}>;

type Props = Readonly<{
  api: string;
  /** Address of the page that compares two versions. */
  page: string;
  now: Readonly<{ id: string; version: string; title: string }>;
  targets: readonly Ref[];
  moves: readonly Move[];
  undoable: string | null;
  locked: boolean;
}>;

/** The questionnaire version that an assessment is made on, what it can move to, and what it moved from. */
export function ContentCard({ api, page, now, targets, moves, undoable, locked }: Props) {
  return (
    <Card
      title="Questionnaire"
      subtitle={`${now.title}, ${now.id} ${now.version}. An assessment keeps its version, with its wording, until somebody moves it.`}
    >
      <div className="grid gap-3">
        {targets.length === 0 && <p className="text-note text-ink-2">There is no later version.</p>}
        {targets.length > 0 && (
          <ul className="grid gap-2">
            {targets.map((target) => (
              <li key={refName(target)} className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
                <span className="min-w-0 wrap-anywhere">{refName(target)} is available.</span>
                {!locked && (
                  <ButtonLink
                    size="small"
                    href={`${page}?to=${encodeURIComponent(`${target.questionnaire}@${target.version}`)}`}
                    aria-label={`See what would change with ${refName(target)}`}
                  >
                    See what would change
                  </ButtonLink>
                )}
              </li>
            ))}
          </ul>
        )}
        {moves.length > 0 && (
          <ol className="grid gap-2 border-t border-line pt-3 text-note">
            {moves.map((move) => (
              <li key={move.id} className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
                <span className="min-w-0 wrap-anywhere">
                  {refName(move.from)} <span aria-hidden>→</span>
                  <span className="sr-only">to</span> {refName(move.to)}
                  <span className="block text-small text-ink-2">
                    Moved {formatMoment(move.at, "UTC")} by {move.by}
                    {move.undone && `, taken back ${formatMoment(move.undone.at, "UTC")} by ${move.undone.by}`}
                  </span>
                </span>
                {move.id === undoable && !locked && <UndoMove api={api} back={refName(move.from)} />}
              </li>
            ))}
          </ol>
        )}
        {undoable === null && moves.some(({ undone }) => undone === null) && (
          <p className="text-small text-ink-2">
            Answers have changed since the last move, so it stays. Answers to criteria that are gone are kept.
          </p>
        )}
      </div>
    </Card>
  );
}

/** "zero-trust 1.1.0". */
function refName({ questionnaire, version }: Ref): string {
  return `${questionnaire} ${version}`;
}
