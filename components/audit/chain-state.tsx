import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { formatNumberOf } from "@/lib/core/words/format";

type Props = Readonly<
  { whole: true; length: number } | { whole: false; brokenAt: bigint; reason: string; href: string }
>;

/** Whether the log is as it was written, or the first entry that isn't. */
export function ChainState(state: Props) {
  if (state.whole) {
    return (
      <p className="flex items-start gap-2 text-note text-ink-2">
        <Icon name="check" className="mt-px text-ink" />
        <span>
          The chain of {formatNumberOf(state.length, "entry", "entries")} is whole: each entry holds the hash of the one
          before.
        </span>
      </p>
    );
  }
  return (
    <Notice tone="danger" title={`The chain is broken at entry ${state.brokenAt}: ${state.reason}.`}>
      Everything before it is as it was written. From there on, compare with a backup or an export, and find out who
      could write to the database.{" "}
      <a href={state.href} className="link">
        Go to the entry
      </a>
    </Notice>
  );
}
