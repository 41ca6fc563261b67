/** What the caller gave can't be used: one line per problem. Exit code 2. */
export class BadInput extends Error {
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines.join("\n"));
    this.lines = lines;
  }
}

/** The command line itself is wrong. Exit code 2. */
export class UsageError extends Error {}
