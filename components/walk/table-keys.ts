import type { Command } from "@/lib/core/walk/key-map";
import type { WalkStore } from "./store/walk-store";

/** What keys mean in the table, while it is shown; set by the table itself, so that the walk begins without it. */
export const tableKeys: { run: ((store: WalkStore, command: Command) => boolean) | null } = { run: null };
