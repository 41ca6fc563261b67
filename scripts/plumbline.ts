import { fileURLToPath } from "node:url";

// npm starts scripts in the project's folder; the files that are named on the command line are the caller's.
const callerFolder = process.env.npm_lifecycle_event ? (process.env.INIT_CWD ?? process.cwd()) : process.cwd();
process.chdir(fileURLToPath(new URL("..", import.meta.url)));

// Who pipes into "head" has seen enough; that is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

// Content is looked for from the working folder, so the rest is loaded after it is set.
const { runCommand } = await import("./plumbline/run-command");
process.exitCode = await runCommand(process.argv.slice(2), { callerFolder });
