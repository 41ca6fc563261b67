import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

type Outcome = Readonly<{ code: number | null; stdout: string; stderr: string }>;

/** Each run begins a process of its own. */
export const LIMIT = { timeout: 60_000 };

/** The real command, and a folder for its files that goes with the tests of one file. */
export function commandSuite() {
  const scratch = mkdtempSync(join(tmpdir(), "plumbline-command-"));
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));
  return {
    scratch,
    scratchFile: (name: string, content: string | Uint8Array): string => {
      const path = join(scratch, name);
      writeFileSync(path, content);
      return path;
    },
  };
}

/** Runs the command as a process of its own, in a project's folder. */
export function plumbline(
  args: readonly string[],
  { input, project = process.cwd() }: { input?: string; project?: string } = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const { npm_lifecycle_event, INIT_CWD, ...env } = process.env;
    const child = spawn(process.execPath, ["--import", "tsx", "scripts/plumbline.ts", ...args], { cwd: project, env });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.on("error", reject).on("close", (code) => resolve({ code, stdout, stderr }));
    child.stdin.on("error", () => {}).end(input ?? "");
  });
}

/** An assessment file with some answers. */
export function assessmentFile(answers: readonly object[]): string {
  return JSON.stringify({
    format: "plumbline.assessment/1",
    questionnaire: { id: "zero-trust", version: "1.0.0" },
    organization: "Northwind Mutual (sample)",
    answers,
  });
}
