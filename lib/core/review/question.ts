/** A reviewer's question back to whoever answered a criterion. */
export type Question = Readonly<{
  id: string;
  criterion: string;
  text: string;
  askedBy: string;
  /** Moments, ms since 1970. */
  askedAt: number;
  /** Who had answered when it was asked; absent: anybody who may answer. */
  askedOf?: string;
  reply?: string;
  repliedBy?: string;
  repliedAt?: number;
  settled: boolean;
}>;

/** Open until somebody replies, then answered until a reviewer settles it. */
export type QuestionState = "open" | "answered" | "settled";

/** How far a question is. One that is withdrawn without a reply is settled too. */
export function questionState({ reply, settled }: Pick<Question, "reply" | "settled">): QuestionState {
  if (settled) return "settled";
  return reply === undefined ? "open" : "answered";
}
