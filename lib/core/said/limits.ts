/** How long what somebody says may be, in characters. */
export const LONGEST_NOTE = 5_000;
export const LONGEST_REASON = 2_000;
