import type { Command } from "@/lib/core/walk/key-map";
import { askMany, clearMany, moveRow } from "../store/table-actions";
import type { WalkStore } from "../store/walk-store";

/** What means something else in the table: of all that is selected, or of the row with the focus. */
export function runInTable(store: WalkStore, command: Command): boolean {
  switch (command.kind) {
    case "answer":
      askMany(store, command.status);
      return true;
    case "clear":
      clearMany(store);
      return true;
    case "criterion":
      moveRow(store, command.by);
      return true;
    default:
      return false;
  }
}
