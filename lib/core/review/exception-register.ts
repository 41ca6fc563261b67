import { toCsv } from "../words/csv";

/** One accepted, proposed or lapsed deviation with where it stands. Days are YYYY-MM-DD. */
export type RegisterRow = Readonly<{
  criterion: string;
  statement: string;
  pillar: string;
  topic: string;
  /** The claim in words. */
  answer: string;
  owner: string;
  reason: string;
  risk: string;
  expires: string;
  state: RegisterState;
  proposedBy: string;
  /** Absent while it is only proposed. */
  acceptedBy?: string;
  acceptedOn?: string;
}>;

/** "soon": it lapses within `SOON_DAYS`. */
export type RegisterState = "lapsed" | "soon" | "accepted" | "proposed";

export const SOON_DAYS = 30;
const DAY_MS = 86_400_000;

/** How an exception stands on a day. A lapsed one is lapsed whether or not it was ever accepted. */
export function registerState(
  { expires, accepted }: Readonly<{ expires: string; accepted: boolean }>,
  asOf: string,
): RegisterState {
  if (expires <= asOf) return "lapsed";
  if (!accepted) return "proposed";
  return Date.parse(expires) - Date.parse(asOf) <= SOON_DAYS * DAY_MS ? "soon" : "accepted";
}

export const REGISTER_COLUMNS = ["until", "criterion", "pillar", "owner", "state"] as const;
export type RegisterColumn = (typeof REGISTER_COLUMNS)[number];

const STATES: readonly RegisterState[] = ["lapsed", "soon", "proposed", "accepted"];

const KEYS: Readonly<Record<RegisterColumn, (row: RegisterRow) => string>> = {
  until: ({ expires }) => expires,
  criterion: ({ statement }) => statement,
  pillar: ({ pillar, topic }) => `${pillar} ${topic}`,
  owner: ({ owner }) => owner,
  state: ({ state, expires }) => `${STATES.indexOf(state)} ${expires}`,
};

/** Sorts the register; "until" has what lapses soonest first. Equal rows go by the day, then by criterion. */
export function sortRegister(
  rows: readonly RegisterRow[],
  column: RegisterColumn,
  direction: "ascending" | "descending",
): readonly RegisterRow[] {
  const sign = direction === "ascending" ? 1 : -1;
  const by = KEYS[column];
  return [...rows].sort(
    (a, b) =>
      sign * by(a).localeCompare(by(b)) || a.expires.localeCompare(b.expires) || a.criterion.localeCompare(b.criterion),
  );
}

export const REGISTER_STATE_WORDS: Readonly<Record<RegisterState, string>> = {
  lapsed: "lapsed",
  soon: "lapses soon",
  accepted: "accepted",
  proposed: "to be accepted",
};

/** The register as CSV (RFC 4180) with a row of names. */
export function registerCsv(rows: readonly RegisterRow[]): string {
  return toCsv([
    [
      ...["Criterion", "Statement", "Pillar", "Topic", "Answer", "Owner", "Reason", "Risk", "Until", "State"],
      ...["Proposed by", "Accepted by", "Accepted on"],
    ],
    ...rows.map((row) => [
      ...[row.criterion, row.statement, row.pillar, row.topic, row.answer, row.owner, row.reason, row.risk],
      ...[row.expires, REGISTER_STATE_WORDS[row.state], row.proposedBy, row.acceptedBy ?? "", row.acceptedOn ?? ""],
    ]),
  ]);
}
