/** One thing wrong with what was sent: where, and what was expected. */
export type FieldProblem = Readonly<{ path: string; message: string }>;

type Kind = "unauthenticated" | "forbidden" | "not-found" | "conflict" | "invalid" | "too-many" | "unavailable";

const STATUS: Readonly<Record<Kind, number>> = {
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  invalid: 422,
  "too-many": 429,
  unavailable: 503,
};

/** An expected failure: the closed set that the door turns into problem documents (RFC 9457). Anything else is a bug. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly status: number;

  /**
   * @param kind which of the closed set
   * @param message for people: what happened and what to do
   * @param fields what was wrong, where
   * @param details for programs, such as the version that stands
   */
  constructor(
    readonly kind: Kind,
    message: string,
    readonly fields: readonly FieldProblem[] = [],
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.status = STATUS[kind];
  }
}

export const notFound = (what: string) =>
  new Problem("not-found", `${what} was not found. It may have been removed, or you may not have access.`);
export const forbidden = (what: string) =>
  new Problem("forbidden", `Your role doesn't allow this: ${what}. Ask an owner or administrator of the organization.`);
export const unauthenticated = () =>
  new Problem(
    "unauthenticated",
    "Your session has ended. Sign in again to go on; what you typed is kept on this page.",
  );
