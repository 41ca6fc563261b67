import type { Answer } from "../scoring/types";
import type { SaveHow } from "./entry";
import type { QueuedChange, QueueItem } from "./save-queue";

/** What a device keeps until it is sent: changes in order, and entries that were being typed. */
export type Kept = Readonly<{ items: readonly QueueItem[]; typed: readonly TypedEntry[] }>;

/**
 * A coverage or a reason that is being typed and isn't an answer yet, or a note too long to be saved; `criterion` null:
 * for the whole topic.
 */
export type TypedEntry = Readonly<{
  topic: string;
  criterion: string | null;
  field: "coverage" | "reason" | "note";
  text: string;
}>;

export function writeKept(kept: Kept): string {
  return JSON.stringify(kept);
}

/**
 * Reads what `writeKept` wrote. What can't be read, such as of another version, is left out: null where nothing
 * remains.
 */
export function readKept(text: string): Kept | null {
  const content = parse(text);
  if (!isRecord(content)) return null;
  const items = Array.isArray(content.items) ? content.items.flatMap((item) => itemOf(item) ?? []) : [];
  const typed = Array.isArray(content.typed) ? content.typed.flatMap((entry) => typedOf(entry) ?? []) : [];
  return items.length > 0 || typed.length > 0 ? { items, typed } : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const HOWS: readonly SaveHow[] = ["hand", "stage-pick", "rest-not-met", "undo", "confirmed", "interview", "reconciled"];

function itemOf(value: unknown): QueueItem | null {
  if (!isRecord(value) || !Array.isArray(value.changes)) return null;
  const how = HOWS.find((one) => one === value.how);
  const changes = value.changes.flatMap((change) => changeOf(change) ?? []);
  if (!how || changes.length === 0) return null;
  // Nobody knows any more whether it reached the server.
  return typeof value.key === "string" ? { how, changes, key: value.key, sent: true } : { how, changes, sent: true };
}

function changeOf(value: unknown): QueuedChange | null {
  if (!isRecord(value) || typeof value.criterion !== "string" || typeof value.base !== "number") return null;
  const answer = answerOf(value.answer);
  if (answer === undefined) return null;
  const { criterion, base, note } = value;
  return typeof note === "string" ? { criterion, base, answer, note } : { criterion, base, answer };
}

function answerOf(value: unknown): Answer | null | undefined {
  if (value === null) return null;
  if (!isRecord(value)) return undefined;
  const { status, coverage, count, population, reason } = value;
  if (status === "met" || status === "not-met" || status === "unknown") return { status };
  if (status === "not-applicable" && typeof reason === "string") return { status, reason, accepted: false };
  if (status !== "partly" || typeof coverage !== "number") return undefined;
  const counted = typeof count === "number" && typeof population === "number" ? { count, population } : {};
  return { status, coverage, ...counted };
}

function typedOf(value: unknown): TypedEntry | null {
  if (!isRecord(value)) return null;
  const { topic, criterion, field, text } = value;
  if (typeof topic !== "string" || typeof text !== "string") return null;
  if (field !== "coverage" && field !== "reason" && field !== "note") return null;
  return { topic, criterion: typeof criterion === "string" ? criterion : null, field, text };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
