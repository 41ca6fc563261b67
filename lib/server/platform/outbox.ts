import { callFunction } from "./database/client";
import { log } from "./log";

const DELAY_MS = 50;
const held = globalThis as unknown as { plumblineFlush?: NodeJS.Timeout };

/** Says that a notice waits: it goes out with others within 50 ms, because commits that notify wait for one another. */
export function noticeWaiting(): void {
  held.plumblineFlush ??= setTimeout(() => {
    delete held.plumblineFlush;
    flushOutbox().catch((error: unknown) =>
      log.warn({ name: error instanceof Error ? error.name : "?" }, "notices wait: the outbox could not be flushed"),
    );
  }, DELAY_MS).unref();
}

async function flushOutbox(): Promise<void> {
  const [row] = await callFunction<{ sent: number }>`SELECT flush_outbox() AS sent`;
  if (row && row.sent >= 500) noticeWaiting();
}
