/** How far this device's clock is ahead of the server's, in ms, as the last save told; 0 until then. */
let ahead = 0;

/** Below this a difference is the way of the answer, and of no matter. */
const NOTICED_MS = 5 * 60_000;

/** Takes note of the time at which the server says that it answered. */
export function noteServerTime(date: string | null): void {
  const server = Date.parse(date ?? "");
  if (Number.isNaN(server)) return;
  const difference = Date.now() - server;
  ahead = Math.abs(difference) < NOTICED_MS ? 0 : difference;
}

/** Now by the server's clock, in ms since 1970. */
export function serverNow(): number {
  return Date.now() - ahead;
}

/** How far this device's clock is ahead (negative: behind), in ms; 0 where it is right. */
export function clockAhead(): number {
  return ahead;
}
