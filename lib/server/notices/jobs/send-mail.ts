import nodemailer, { type SendMailOptions, type Transporter } from "nodemailer";
import type SMTPConnection from "nodemailer/lib/smtp-connection";
import { composeMail, type MailLine } from "../../../core/notices/compose-mail";
import type { NoticeKind } from "../../../core/notices/notice";
import { placeLink } from "../../../core/notices/place-link";
import { formatDay } from "../../../core/words/format";
import { placeTitles } from "../../content/place-titles";
import { callFunction, type ScopedDb, withPerson } from "../../platform/database/client";
import { log } from "../../platform/log";

/** People per round; the next round takes the next. */
const PEOPLE = 20;
/**
 * No mail begins later in a round, in milliseconds. After five minutes the database hands the rest to whoever asks, and a server
 * that is as slow as it may be takes nearly three for one mail: three waits to reach it, nine for its answers.
 */
const ROUND_MS = 120_000;
/** In a row: one may be about its address, which a server can take too long to check; after two the others would fare no better. */
const MOST_FAILURES = 2;
const WAIT_MS = { dnsTimeout: 10_000, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 15_000 };

type Row = Readonly<{
  user_id: string;
  email: string;
  person: string;
  notice: string;
  kind: NoticeKind;
  place: string;
  by_name: string | null;
  /** YYYY-MM-DD */
  due: string | null;
  organization: string;
  organization_slug: string;
  assessment: string;
  assessment_slug: string;
  questionnaire: string;
  version: string;
}>;

/** Where mail goes, whom it comes from, and the address of this installation for links. */
export type MailSettings = Readonly<{ smtpUrl: string; from: string; origin: string }>;

/**
 * Mails what people were told and haven't read, one mail a person. Safe on several instances: the database hands each
 * person to one of them. What can't be delivered is tried again, unless the address is refused for good.
 * @returns how many mails went out
 */
export async function sendMail({ smtpUrl, from, origin }: MailSettings): Promise<number> {
  const transport = nodemailer.createTransport(impatient(smtpUrl));
  const began = Date.now();
  const rows = await callFunction<Row>`SELECT * FROM claim_mail(${PEOPLE})`;
  const people = new Map<string, Row[]>();
  for (const row of rows) people.set(row.user_id, [...(people.get(row.user_id) ?? []), row]);
  let sent = 0;
  let failures = 0;
  try {
    for (const [user, notices] of people) {
      const [first] = notices;
      if (!first) continue;
      if (Date.now() - began > ROUND_MS) break;
      const lines = await withPerson(user, (db) => Promise.all(notices.map((row) => lineOf(db, row, origin))));
      const { subject, text } = composeMail(first.person, lines, `${origin}/account`);
      const to = { name: first.person, address: first.email };
      const outcome = await deliver(transport, user, { from, to, subject, text });
      failures = outcome === "server fails" ? failures + 1 : 0;
      if (failures === MOST_FAILURES) break;
      if (outcome === "sent" || outcome === "refused for good")
        await callFunction`SELECT mail_sent(${user}::uuid, ${JSON.stringify(notices.map(({ notice }) => notice))}::jsonb)::text AS sent`;
      if (outcome === "sent") sent += 1;
    }
  } finally {
    transport.close();
  }
  return sent;
}

/** The address with limits for every wait, unless it names its own: without any, a server that says nothing holds a round up for minutes. */
function impatient(smtpUrl: string): string {
  const url = new URL(smtpUrl);
  for (const [name, ms] of Object.entries(WAIT_MS)) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(ms));
  }
  return url.toString();
}

/** What became of one mail. */
type Outcome = "sent" | "refused for good" | "later" | "server fails";

async function deliver(transport: Transporter, user: string, mail: SendMailOptions): Promise<Outcome> {
  try {
    await transport.sendMail(mail);
    return "sent";
  } catch (error) {
    const outcome = outcomeOf(error);
    log.warn({ user, outcome, name: error instanceof Error ? error.name : "?" }, "a mail could not be sent");
    return outcome;
  }
}

/** Told by nodemailer's code, the command that failed, and the server's reply (RFC 5321, 4.2.1: 4 is for now, 5 for good). */
function outcomeOf(error: unknown): Outcome {
  const { code, command, responseCode } = error as Partial<SMTPConnection.SMTPError>;
  if (code !== "EENVELOPE" && code !== "EMESSAGE") return "server fails";
  const ofThisMail = command === "RCPT TO" || command === "DATA";
  return ofThisMail && responseCode !== undefined && responseCode >= 500 ? "refused for good" : "later";
}

async function lineOf(db: ScopedDb, row: Row, origin: string): Promise<MailLine> {
  const titleOf = await placeTitles(db, row.questionnaire, row.version);
  return {
    kind: row.kind,
    by: row.by_name,
    where: titleOf(row.place),
    assessment: row.assessment,
    organization: row.organization,
    due: row.due && formatDay(row.due),
    link: origin + placeLink(row.organization_slug, row.assessment_slug, row.place),
  };
}
