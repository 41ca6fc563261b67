import { formatNumberOf } from "../words/format";
import { type NoticeLine, noticeWords } from "./notice";

export type MailLine = NoticeLine & Readonly<{ organization: string; link: string }>;

/** A mail as plain text. */
export type NoticeMail = Readonly<{ subject: string; text: string }>;

/**
 * The mail that tells one person of one or many things: who, which topic, where to go on; nothing of what was answered or
 * written.
 * @param lines one or more, in the order in which they happened
 * @param settings address of the page where a person says when they want mail
 */
export function composeMail(person: string, lines: readonly MailLine[], settings: string): NoticeMail {
  const [first] = lines;
  const subject =
    first && lines.length === 1 ? noticeWords(first) : `${formatNumberOf(lines.length, "notice")} in Plumbline`;
  const groups = new Map<string, MailLine[]>();
  for (const line of lines) {
    const name = `${line.organization} · ${line.assessment}`;
    groups.set(name, [...(groups.get(name) ?? []), line]);
  }
  const parts = [...groups].map(([name, group]) =>
    [name, ...group.map((line) => `- ${noticeWords(line)}\n  ${line.link}`)].join("\n"),
  );
  return {
    subject: oneLine(subject),
    text: [`Hello ${oneLine(person)},`, ...parts, `When you get such mail, you decide here:\n${settings}`]
      .join("\n\n")
      .concat("\n"),
  };
}

/** What people typed as a name must not become a header of its own. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
