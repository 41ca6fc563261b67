import nodemailer from "nodemailer";
import { composeMail, type MailLine } from "../../../core/notices/compose-mail";
import type { NoticeKind } from "../../../core/notices/notice";
import { placeLink } from "../../../core/notices/place-link";
import { formatDay } from "../../../core/words/format";
import { placeTitles } from "../../content/place-titles";
import { isoDay } from "../../platform/clock";
import { callFunction, type ScopedDb, withPerson } from "../../platform/database/client";
import { log } from "../../platform/log";

/** People per round; the next round takes the next. */
const PEOPLE = 20;

type Row = Readonly<{
  user_id: string;
  email: string;
  person: string;
  notice: string;
  kind: NoticeKind;
  place: string;
  by_name: string | null;
  due: Date | null;
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
 * person to one of them. What can't be delivered is tried again.
 * @returns how many mails went out
 */
export async function sendMail({ smtpUrl, from, origin }: MailSettings): Promise<number> {
  const rows = await callFunction<Row>`SELECT * FROM claim_mail(${PEOPLE})`;
  if (rows.length === 0) return 0;
  const people = new Map<string, Row[]>();
  for (const row of rows) people.set(row.user_id, [...(people.get(row.user_id) ?? []), row]);
  const transport = nodemailer.createTransport(smtpUrl);
  let sent = 0;
  try {
    for (const [user, notices] of people) {
      const [first] = notices;
      if (!first) continue;
      const lines = await withPerson(user, (db) => Promise.all(notices.map((row) => lineOf(db, row, origin))));
      const { subject, text } = composeMail(first.person, lines, `${origin}/account`);
      try {
        await transport.sendMail({ from, to: { name: first.person, address: first.email }, subject, text });
      } catch (error) {
        log.warn(
          { user, name: error instanceof Error ? error.name : "?" },
          "a mail could not be sent; it is tried again",
        );
        continue;
      }
      await callFunction`SELECT mail_sent(${user}::uuid, ${JSON.stringify(notices.map(({ notice }) => notice))}::jsonb)::text AS sent`;
      sent += 1;
    }
  } finally {
    transport.close();
  }
  return sent;
}

async function lineOf(db: ScopedDb, row: Row, origin: string): Promise<MailLine> {
  const titleOf = await placeTitles(db, row.questionnaire, row.version);
  return {
    kind: row.kind,
    by: row.by_name,
    where: titleOf(row.place),
    assessment: row.assessment,
    organization: row.organization,
    due: row.due && formatDay(isoDay(row.due)),
    link: origin + placeLink(row.organization_slug, row.assessment_slug, row.place),
  };
}
