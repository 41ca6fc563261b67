import { formatDay, formatNumberOf } from "./format";

const DAY_MS = 86_400_000;
/** From this near on the days are counted. */
const SOON_DAYS = 60;

/** When something ends, as seen from a day: "expires in 12 days", "expires 3 Mar 2027", "expired 20 Nov 2026". */
export function expiryWords(expires: string, asOf: string): string {
  const days = Math.round((Date.parse(expires) - Date.parse(asOf)) / DAY_MS);
  if (days <= 0) return `expired ${formatDay(expires)}`;
  return days > SOON_DAYS ? `expires ${formatDay(expires)}` : `expires in ${formatNumberOf(days, "day")}`;
}
