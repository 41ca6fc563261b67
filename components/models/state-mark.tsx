"use client";

import { clsx } from "clsx";
import type { TechniqueState } from "@/lib/core/frameworks/attack-matrix";
import type { GroupState } from "@/lib/core/frameworks/criterion-states";
import { STATE_WORDS } from "@/lib/core/words/models";

type Props = Readonly<{
  state: GroupState | TechniqueState;
  /** Beside its own words a mark says nothing. */
  decorative?: boolean;
  className?: string;
}>;

/** A state as a circle: full, half, open, dotted where nothing is known, with a bar where it doesn't apply. Stages are squares. */
export function StateMark({ state, decorative, className }: Props) {
  return (
    <svg
      role={decorative ? undefined : "img"}
      aria-label={decorative ? undefined : STATE_WORDS[state]}
      aria-hidden={decorative}
      width="12"
      height="12"
      viewBox="0 0 14 14"
      className={clsx("text-ink", className)}
    >
      <circle
        cx="7"
        cy="7"
        r="5.8"
        strokeWidth="1.8"
        strokeDasharray={state === "unknown" ? "2.4 2.15" : undefined}
        className={clsx("stroke-current", FULL.has(state) ? "fill-current" : "fill-none")}
      />
      {state === "partly" && <path d="M1.2 7a5.8 5.8 0 0 0 11.6 0z" className="fill-current" />}
      {NONE.has(state) && <path d="M3.6 6.2h6.8v1.6H3.6z" className="fill-current" />}
    </svg>
  );
}

const FULL: ReadonlySet<string> = new Set(["met", "mitigated"]);
const NONE: ReadonlySet<string> = new Set(["not-applicable", "out-of-scope", "untouched"]);
