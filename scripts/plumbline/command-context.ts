/** Where a command was called from: file names are meant from there. */
export type CommandContext = Readonly<{ callerFolder: string }>;
