import { keptWithin } from "@/lib/core/device/keeping";
import { formatTime } from "@/lib/core/words/format";
import type { Saving } from "./said-store";

/** Where what was said is by now. */
export function savingWords(saving: Saving): string {
  switch (saving.state) {
    case "saved":
      return saving.at ? `Saved ${formatTime(saving.at, Intl.DateTimeFormat().resolvedOptions().timeZone)}` : "";
    case "saving":
      return "Saving";
    case "kept":
      return saving.keeping === "device"
        ? "Kept on this device until the connection is back"
        : `Not sent yet: ${keptWithin(saving.keeping)}`;
    case "refused":
      return saving.title;
  }
}
