import { formatDay, formatMoment } from "./format";

const STATES: Readonly<Record<string, string>> = {
  draft: "in progress",
  "in-review": "in review",
  approved: "approved",
  snapshot: "snapshot, not approved",
};

/** The state of an assessment in words: "in review". */
export function assessmentStateWords(state: string): string {
  return STATES[state] ?? state;
}

/**
 * Where what is shown comes from: "As of 27 Nov 2026 14:32 CET · in review · zero-trust 1.0.0"; once approved by whom, and
 * the first digits of the hash.
 *
 * @param day judges evidence on this day instead of now (YYYY-MM-DD); it takes the moment's place
 * @param timeZone IANA name
 */
export function provenanceWords({
  now,
  timeZone,
  day,
  state,
  questionnaire,
  version,
  approval,
}: Readonly<{
  now: Date;
  timeZone: string;
  day?: string;
  state: string;
  questionnaire: string;
  version: string;
  approval?: Readonly<{ by?: string; on?: string; hash: string; self?: boolean }>;
}>): string {
  const by = approval?.by ? ` by ${approval.by}` : "";
  const on = approval?.on ? ` on ${formatDay(approval.on)}` : "";
  const self = approval?.self ? ", who answered too" : "";
  return [
    `As of ${day ? formatDay(day) : formatMoment(now, timeZone)}`,
    `${assessmentStateWords(state)}${state === "approved" ? `${by}${on}${self}` : ""}`,
    `${questionnaire} ${version}`,
    ...(state === "approved" && approval ? [approval.hash.slice(0, HASH_DIGITS)] : []),
  ].join(" · ");
}

const HASH_DIGITS = 12;
