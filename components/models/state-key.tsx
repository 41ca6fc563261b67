import type { TechniqueState } from "@/lib/core/frameworks/attack-matrix";
import type { GroupState } from "@/lib/core/frameworks/criterion-states";
import { STATE_WORDS } from "@/lib/core/words/models";
import { StateMark } from "./state-mark";

/** What the marks mean. */
export function StateKey({ states }: Readonly<{ states: readonly (GroupState | TechniqueState)[] }>) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-small text-ink-2">
      {states.map((state) => (
        <li key={state} className="flex items-center gap-1.5">
          <StateMark state={state} decorative />
          {STATE_WORDS[state]}
        </li>
      ))}
    </ul>
  );
}
