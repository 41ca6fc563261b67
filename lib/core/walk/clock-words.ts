import { formatNumberOf } from "../words/format";

const MINUTE_MS = 60_000;

/**
 * How a device's clock stands to the server's: "this device’s is 1 day ahead"; empty where it is right.
 * @param aheadMs ms by which it is ahead, negative where it is behind
 */
export function clockWords(aheadMs: number): string {
  if (aheadMs === 0) return "";
  const minutes = Math.max(Math.round(Math.abs(aheadMs) / MINUTE_MS), 1);
  const much =
    minutes < 90
      ? formatNumberOf(minutes, "minute")
      : minutes < 36 * 60
        ? formatNumberOf(Math.round(minutes / 60), "hour")
        : formatNumberOf(Math.round(minutes / 60 / 24), "day");
  return `this device’s is ${much} ${aheadMs > 0 ? "ahead" : "behind"}`;
}
