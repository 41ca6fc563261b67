import { today } from "../../platform/clock";
import { callFunction } from "../../platform/database/client";
import { log } from "../../platform/log";
import { type MailSettings, sendMail } from "./send-mail";

const PAUSE_MS = 15_000;
/** What is due or expires changes with the day; looked at this often, so that nobody waits for midnight. */
const DUE_MS = 600_000;

/**
 * Tells people what time brings, and mails what they were told. Several instances share the work.
 * @param mail null: nothing is mailed
 * @returns ends it
 */
export function keepNotices(mail: MailSettings | null): () => void {
  let timer: NodeJS.Timeout | undefined;
  let ended = false;
  let dueAt = 0;
  const run = async () => {
    try {
      if (Date.now() >= dueAt) {
        dueAt = Date.now() + DUE_MS;
        await makeDueNotices(today());
      }
      if (mail) await sendMail(mail);
    } catch (error) {
      log.warn({ name: error instanceof Error ? error.name : "?" }, "notices could not be looked after; tried again");
    }
    if (!ended) timer = setTimeout(run, PAUSE_MS).unref();
  };
  timer = setTimeout(run, PAUSE_MS).unref();
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}

/**
 * Tells of what is due within three days and of evidence that expires within fourteen or has expired, in every organization, each once.
 * @param day YYYY-MM-DD
 * @returns how many people were told something
 */
export async function makeDueNotices(day: string): Promise<number> {
  const [row] = await callFunction<{ made: number }>`SELECT make_due_notices(${day}::date) AS made`;
  return row?.made ?? 0;
}
