import { withPerson } from "../database/client";
import { log } from "../log";
import { type ObjectStore, objectStore } from "./object-store";

const AT_ONCE = 50;
/** Whoever waits for a call doesn't wait for more than so many times that; what is left goes with the next one. */
const MOST_TIMES = 20;
const NOBODY = "";

/**
 * Removes objects whose evidence is gone, however it went. What fails waits for the next time: it is called after each
 * change that may leave some, and by the job that tidies up. It throws nothing.
 */
export async function removeObjects(): Promise<void> {
  try {
    const store = objectStore();
    if (!store) return;
    for (let time = 0; time < MOST_TIMES; time += 1) {
      if ((await removeSome(store)) < AT_ONCE) return;
    }
  } catch (error) {
    log.warn(
      { err: error instanceof Error ? error.name : "unknown" },
      "objects of removed evidence wait to be removed",
    );
  }
}

/** All or none: a key that isn't removed waits on. @returns how many */
function removeSome(store: ObjectStore): Promise<number> {
  return withPerson(NOBODY, async (db) => {
    const waiting = await db.$queryRaw<{ key: string }[]>`SELECT take_object_removals(${AT_ONCE}::int) AS key`;
    await Promise.all(waiting.map(({ key }) => store.remove(key)));
    return waiting.length;
  });
}
