import type { Answer } from "../scoring/types";
import { capitalise, formatCountOf, formatDay, formatDayShort, formatNumberOf, formatTime } from "../words/format";
import { shareWords } from "./answer-words";
import type { Entry, Moment } from "./entry";
import { claimOf, type EvidenceView, type ExceptionView, speakingEvidence, standingOf } from "./evidence-view";

/** What names and days are told with. */
export type Telling = Readonly<{
  /** Name of a person by id; what stands for one who isn't known any more is the caller's. */
  nameOf: (person: string) => string;
  /** Day on which evidence is judged. */
  asOf: string;
  timeZone: string;
  /** Today in that time zone, YYYY-MM-DD: a moment of today is told by its time. */
  today: string;
}>;

type Told = Readonly<{
  /** As it is shown: what waits on this device included. */
  answer: Answer | null;
  /** As the server holds it. */
  entry: Entry | undefined;
  evidence: readonly EvidenceView[];
  exception?: ExceptionView;
}>;

/** Characters that fit on one line of a row; what is longer is told shorter. */
const LINE = 80;

/**
 * The line under a statement: the claim, what stands behind it, who said so and when. `bad` where evidence contradicts.
 * Where all of it is too long for a line, titles of evidence and who accepted it are left to the panel.
 */
export function provenanceWords(told: Told, telling: Telling): Readonly<{ text: string; bad: boolean }> {
  const { answer, entry, evidence, exception } = told;
  const speaking = speakingEvidence(evidence, telling.asOf);
  const claim = claimOf(answer);
  const [against] = speaking.filter((item) => claim !== null && standingOf(item, claim) === "contradicts");
  const rest: string[] = [];
  if (exception) rest.push(exceptionWords(exception, telling.asOf));
  // Of an acceptance the reviewer is named already.
  if (entry && answer && entry.how !== "acceptance") rest.push(authorWords(entry, telling));
  const line = (brief: boolean) => {
    const parts = against
      ? [`Contradicted: ${contradictionWords(against, brief)}`]
      : [...claimWords(answer, entry, telling), ...supportWords(answer, speaking, telling, brief)];
    return capitalise([...parts, ...rest].join(" · "));
  };
  const whole = line(false);
  const text = whole.length > LINE ? line(true) : whole;
  const nothing = entry?.note ? "Not answered yet, a note is written" : "Not answered yet";
  return { text: text || nothing, bad: against !== undefined };
}

function contradictionWords({ title, date, coverage, accepted }: EvidenceView, brief: boolean): string {
  const share = coverage === undefined ? undefined : shareWords(coverage);
  const waits = accepted ? "" : ", to be accepted";
  if (brief) return `${share === undefined ? "observed" : `measured ${share}`} on ${formatDayShort(date)}${waits}`;
  return `${title} of ${formatDayShort(date)}${share === undefined ? "" : ` measures ${share}`}${waits}`;
}

function claimWords(answer: Answer | null, entry: Entry | undefined, { nameOf }: Telling): readonly string[] {
  if (answer?.status === "partly") {
    const { count, population, coverage } = answer;
    const counted = count !== undefined && population !== undefined ? ` (${formatCountOf({ count, population })})` : "";
    return [`claim ${shareWords(coverage)}${counted}`];
  }
  if (answer?.status === "unknown") {
    return [entry?.refused ? `“not applicable” refused: ${entry.refused}` : "not known yet"];
  }
  if (answer?.status !== "not-applicable") return [];
  if (!answer.accepted) return [answer.reason, "to be accepted"];
  return [answer.reason, entry?.acceptedBy ? `accepted by ${nameOf(entry.acceptedBy)}` : "accepted"];
}

function supportWords(
  answer: Answer | null,
  speaking: readonly EvidenceView[],
  { nameOf }: Telling,
  brief: boolean,
): readonly string[] {
  const claimed = claimOf(answer) !== null;
  const [only] = speaking;
  if (!only) return claimed ? ["no evidence yet"] : [];
  const verb = claimed ? (speaking.length === 1 ? " supports it" : " support it") : "";
  const waiting = speaking.filter((item) => !item.accepted).length;
  const some = waiting > 0 && waiting < speaking.length ? `${waiting} ` : "";
  const waits = waiting > 0 ? `, ${some}to be accepted` : "";
  if (brief) {
    const measured = speaking.length === 1 && only.coverage !== undefined;
    const what = measured
      ? `measured ${shareWords(only.coverage ?? 0)}`
      : formatNumberOf(speaking.length, "observation");
    return [`${what}${measured ? "" : verb}${waits}`];
  }
  const share = only.coverage === undefined ? "" : ` ${shareWords(only.coverage)}`;
  const what = speaking.length === 1 ? `${only.title}${share}` : formatNumberOf(speaking.length, "observation");
  const reviewers = [...new Set(speaking.flatMap((item) => item.acceptedBy ?? []))];
  const [reviewer] = reviewers;
  const review = waiting === 0 && reviewer && reviewers.length === 1 ? `, accepted by ${nameOf(reviewer)}` : "";
  return [`${what}${verb}${waits}${review}`];
}

function exceptionWords({ owner, expires, acceptedBy }: ExceptionView, asOf: string): string {
  if (expires <= asOf) return `exception lapsed ${formatDay(expires)}`;
  return !acceptedBy
    ? `exception until ${formatDay(expires)}, to be accepted`
    : `exception until ${formatDay(expires)}, owner ${owner}`;
}

/** Who and when: "identity engineer, 20 Nov", "filled by stage pick, 14:32". */
export function authorWords({ how, changedBy, changedAt }: Entry, telling: Telling): string {
  const name = telling.nameOf(changedBy);
  const when = momentWords(changedAt, telling);
  switch (how) {
    case "stage-pick":
      return `filled by stage pick, ${name}, ${when}`;
    case "rest-not-met":
      return `filled by rest not met, ${name}, ${when}`;
    case "confirmed":
      return `still true, ${name}, ${when}`;
    case "copy":
      return `copied by ${name}, ${when}`;
    case "quick-check":
      return `filled by quick check, ${name}, ${when}`;
    case "reconciled":
      return `agreed after a blind round, ${name}, ${when}`;
    case "interview":
      return `from an interview, ${name}, ${when}`;
    case "import":
      return `imported by ${name}, ${when}`;
    default:
      return `${name}, ${when}`;
  }
}

/** A moment as near as it needs: "14:32" today, "20 Nov" this year, "20 Nov 2025" before. */
export function momentWords(moment: Moment, { timeZone, today }: Pick<Telling, "timeZone" | "today">): string {
  const day = dayIn(moment, timeZone);
  if (day === today) return formatTime(new Date(moment), timeZone);
  return day.slice(0, 4) === today.slice(0, 4) ? formatDayShort(day) : formatDay(day);
}

/** The calendar day of a moment in a time zone, YYYY-MM-DD. */
export function dayIn(moment: Moment, timeZone: string): string {
  let format = dayFormats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
    dayFormats.set(timeZone, format);
  }
  return format.format(new Date(moment));
}

/** Making one costs more than a hundred uses. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();
