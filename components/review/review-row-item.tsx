"use client";

import { clsx } from "clsx";
import { Badge } from "@/components/ui/badge";
import { Button, ButtonLink } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { useSingleKeys } from "@/components/walk/single-keys";
import type { Decision, ReviewRow } from "@/lib/core/review/describe-review";
import { AskBack } from "./ask-back";

type Props = Readonly<{
  row: ReviewRow;
  api: string;
  state: "closed" | "open" | "asking";
  busy: boolean;
  problem: string | null;
  mayAsk: boolean;
  onOpen: () => void;
  onDecide: (decision: Decision) => void;
  onAsk: () => void;
  onAsked: () => void;
  onCancel: () => void;
}>;

/** One thing in the queue: closed a line, open with all that stands for and against it and what can be done. */
export function ReviewRowItem({ row, api, state, busy, problem, mayAsk, ...on }: Props) {
  const keys = useSingleKeys();
  const open = state !== "closed";
  const [first] = row.lines;
  return (
    <li className={clsx("border-b border-line", open && "bg-raised outline-2 -outline-offset-1 outline-ink")}>
      <button
        type="button"
        data-key={row.key}
        aria-expanded={open}
        onClick={on.onOpen}
        onFocus={on.onOpen}
        className="grid min-h-11 w-full gap-x-4 px-2.5 py-1.5 text-left sm:grid-cols-[1fr_auto] sm:items-baseline"
      >
        <span>
          <span className="block text-body">{row.statement}</span>
          <span className="block text-small text-ink-2">
            {row.place}
            {!open && first && ` · ${first.text}`}
          </span>
        </span>
        <span className="flex flex-wrap gap-1">
          {row.also.map((reason) => (
            <Badge key={reason}>{reason}</Badge>
          ))}
          {row.blocked && <Badge tone="strong">needs another reviewer</Badge>}
        </span>
      </button>
      {open && (
        <div className="grid gap-2.5 px-2.5 pb-3">
          <dl className="grid gap-x-3 gap-y-0.5 text-note sm:grid-cols-[6.5rem_1fr]">
            {row.lines.map(({ what, text, bad }) => (
              <div key={what + text} className="contents">
                <dt className="text-ink-2 max-sm:mt-1 max-sm:text-small">{what}</dt>
                <dd className={clsx("wrap-anywhere", bad && "text-danger")}>{text}</dd>
              </div>
            ))}
          </dl>
          {row.blocked && <p className="text-small text-ink-2">{row.blocked}</p>}
          {row.kind === "lapsed" && !row.blocked && (
            <p className="text-small text-ink-2">Give it a new day in the walk, or end it. It is scored as answered.</p>
          )}
          {problem && (
            <p role="alert" className="text-small text-danger">
              {problem}
            </p>
          )}
          {state === "asking" ? (
            <AskBack api={api} criterion={row.criterion} onAsked={on.onAsked} onCancel={on.onCancel} />
          ) : (
            <Actions row={row} busy={busy} mayAsk={mayAsk} keys={keys} onDecide={on.onDecide} onAsk={on.onAsk} />
          )}
        </div>
      )}
    </li>
  );
}

type ActionProps = Pick<Props, "row" | "busy" | "mayAsk" | "onDecide" | "onAsk"> & Readonly<{ keys: boolean }>;

function Actions({ row, busy, mayAsk, keys, onDecide, onAsk }: ActionProps) {
  const { accept, end } = row;
  return (
    <div className="flex flex-wrap gap-2">
      {accept && (
        <Button
          variant="primary"
          size="small"
          busy={busy}
          aria-keyshortcuts={keys ? "A" : undefined}
          onClick={() => onDecide(accept)}
        >
          {accept.label} {keys && <Kbd>A</Kbd>}
        </Button>
      )}
      {end && (
        <Button size="small" busy={busy} onClick={() => onDecide(end)}>
          {end.label}
        </Button>
      )}
      {mayAsk && (
        <Button size="small" aria-keyshortcuts={keys ? "Q" : undefined} onClick={onAsk}>
          Ask back {keys && <Kbd>Q</Kbd>}
        </Button>
      )}
      <ButtonLink size="small" variant="quiet" href={row.href} aria-keyshortcuts={keys ? "O" : undefined}>
        Open in the walk {keys && <Kbd>O</Kbd>}
      </ButtonLink>
    </div>
  );
}
