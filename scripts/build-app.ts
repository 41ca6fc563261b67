import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartupError } from "../lib/server/platform/startup-error";
import { packFiles } from "./packed-files";

const SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "next.config.ts",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
  "package-lock.json",
];

/**
 * Builds the application when its sources changed since the last build.
 * @returns whether it was built
 * @throws StartupError with the compiler's output when the build fails
 */
export async function buildApp(tell: (step: string) => void): Promise<boolean> {
  const folder = buildFolder();
  const stamp = join(folder, "plumbline-sources");
  const print = fingerprint();
  if (existsSync(join(folder, "BUILD_ID")) && existsSync(stamp) && readFileSync(stamp, "utf8") === print) return false;
  tell("building the application, about half a minute, once");
  await run([join("node_modules", "next", "dist", "bin", "next"), "build"]);
  await packFiles(folder);
  writeFileSync(stamp, print);
  return true;
}

/** Where the build is. */
export function buildFolder(): string {
  return process.env.PLUMBLINE_DIST ?? ".next";
}

/** Paths, sizes and times of all sources: a changed file changes it, reading none of them. */
function fingerprint(): string {
  const hash = createHash("sha256");
  const visit = (path: string) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) return;
    if (stat.isDirectory()) for (const name of readdirSync(path).sort()) visit(join(path, name));
    else hash.update(`${path} ${stat.size} ${Math.round(stat.mtimeMs)}\n`);
  };
  for (const source of SOURCES) visit(source);
  return hash.digest("hex");
}

function run(args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
    const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString("utf8")).slice(-8000);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", reject);
    child.on("exit", (code) => {
      if (code === 0) resolve();
      else
        reject(
          new StartupError(
            `The application could not be built.\n${output}`,
            "If you changed sources, mend what the message names; else remove .next and start again.",
          ),
        );
    });
  });
}
