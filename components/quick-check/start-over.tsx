import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";
import type { Picks } from "@/lib/core/quick-check/picked-answers";
import { forgetCheck, keepPicks } from "./kept-picks";
import { goTo } from "./place";

/** Removes all answers at once; the toast brings them back. */
export function StartOver({ picks, size }: Readonly<{ picks: Picks; size?: "large" }>) {
  function startOver() {
    forgetCheck();
    goTo("");
    showToast({ text: "Your answers are removed.", action: { label: "Undo", run: () => keepPicks(picks) } });
  }
  return (
    <Button size={size} variant="quiet" onClick={startOver}>
      Start over
    </Button>
  );
}
