import { withPerson } from "../database/client";
import { log } from "../log";
import { objectStore } from "./object-store";

const AT_ONCE = 50;
const NOBODY = "";

/**
 * Removes objects whose evidence is gone, however it went. What fails waits for the next time, so it is called after each
 * change that may leave some; it throws nothing.
 */
export async function removeObjects(): Promise<void> {
  const store = objectStore();
  if (!store) return;
  try {
    await withPerson(NOBODY, async (db) => {
      const waiting = await db.$queryRaw<{ key: string }[]>`SELECT take_object_removals(${AT_ONCE}::int) AS key`;
      await Promise.all(waiting.map(({ key }) => store.remove(key)));
    });
  } catch (error) {
    log.warn(
      { err: error instanceof Error ? error.name : "unknown" },
      "objects of removed evidence wait to be removed",
    );
  }
}
