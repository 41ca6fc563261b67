import { callFunction } from "../database/client";
import { removeObjects } from "../files/remove-objects";
import { log } from "../log";

const PAUSE_MS = 300_000;

/**
 * Clears away what was left behind, at once and then every five minutes: files that the store failed to remove,
 * sessions and counted attempts that ended. Several instances share the work.
 * @returns ends it
 */
export function keepTidy(): () => void {
  let timer: NodeJS.Timeout | undefined;
  let ended = false;
  const run = async () => {
    await callFunction`SELECT purge_ended()::text AS purged`.catch((error: unknown) =>
      log.warn({ name: error instanceof Error ? error.name : "?" }, "sessions that ended wait to be removed"),
    );
    await removeObjects();
    if (!ended) timer = setTimeout(run, PAUSE_MS).unref();
  };
  void run();
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}
