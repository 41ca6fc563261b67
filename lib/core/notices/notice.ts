/** What a person can be told. */
export const NOTICE_KINDS = [
  "mention",
  "reply",
  "assigned",
  "handed-back",
  "returned",
  "question",
  "due-soon",
  "evidence-expiring",
  "evidence-expired",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** One thing that a person is told: who, which kind, where. Never a word of an answer or a comment. */
export type NoticeLine = Readonly<{
  kind: NoticeKind;
  /** Who did it; null for what time brought, or where they are gone. */
  by: string | null;
  /** The topic's or pillar's title; "everything" for a whole assessment. */
  where: string;
  assessment: string;
  /** Calendar day in words, where the kind has one. */
  due: string | null;
}>;

/** A notice as one sentence, such as "Mara Lind mentions you in Sign-in strength". */
export function noticeWords({ kind, by, where, due }: NoticeLine): string {
  const who = by ?? "Somebody";
  switch (kind) {
    case "mention":
      return `${who} mentions you in ${where}`;
    case "reply":
      return `${who} replies to your comment in ${where}`;
    case "assigned":
      return `${who} asks you to answer ${where}${due ? `, due ${due}` : ""}`;
    case "handed-back":
      return `${who} hands ${where} back`;
    case "returned":
      return `${who} says that ${where} is not theirs`;
    case "question":
      return `${who} asks back about ${where}`;
    case "due-soon":
      return due ? `${where} is due ${due}` : `${where} is due`;
    case "evidence-expiring":
      return `Evidence of yours in ${where} expires${due ? ` on ${due}` : ""}`;
    case "evidence-expired":
      return `Evidence of yours in ${where} has expired${due ? ` on ${due}` : ""}`;
  }
}
