import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { freePort, spawnApp } from "../support/app-server";

/** How long an end may take before it counts as none. */
const END_MS = 20_000;

describe("a server that nobody listens to any more", () => {
  it.concurrent("serves from its first line on, as with `| head -1`, and ends when told to", () =>
    withApp(async ({ heard, serves, end }) => {
      await heard(/Plumbline/);
      await serves();
      expect(await end((pid) => process.kill(pid, "SIGTERM"))).toBe(0);
    }));

  it.concurrent("ends in order when its terminal is closed, which tells every process of its group", () =>
    withApp(async ({ heard, serves, end }) => {
      await heard(/Ready after/);
      await serves();
      expect(await end((pid) => process.kill(-pid, "SIGHUP"))).toBe(0);
    }));

  it.concurrent("ends in order before it serves", () =>
    withApp(async ({ heard, end }) => {
      await heard(/PostgreSQL on/);
      expect(await end((pid) => process.kill(pid, "SIGTERM"))).toBe(0);
    }));
});

type Running = Readonly<{
  /** Reads until a line comes, then closes the pipes. */
  heard: (line: RegExp) => Promise<void>;
  serves: () => Promise<void>;
  /** What it ended with, once it was told to. */
  end: (tell: (pid: number) => void) => Promise<number | NodeJS.Signals | null>;
}>;

/** Runs the application, which must leave no database behind. */
async function withApp(run: (app: Running) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-pipe-"));
  const port = await freePort();
  // So that each request writes a line, too.
  const child = spawnApp({ dataDir: folder, port, environment: { LOG_LEVEL: "debug" } }, { detached: true });
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once("exit", (code, signal) => resolve(code ?? signal)),
  );
  try {
    await run({
      async heard(line) {
        let text = "";
        for await (const chunk of child.stdout) {
          text += chunk;
          if (line.test(text)) break; // which closes the pipe
        }
        child.stderr.destroy();
      },
      serves: () => answers(`http://127.0.0.1:${port}/api/health/ready`, ended),
      async end(tell) {
        if (child.pid) tell(child.pid);
        const late = setTimeout(() => child.kill("SIGKILL"), END_MS);
        const result = await ended;
        clearTimeout(late);
        return result;
      },
    });
    expect(existsSync(join(folder, "postgres", "data", "postmaster.pid"))).toBe(false);
  } finally {
    child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Waits until the server answers. */
async function answers(address: string, ended: Promise<unknown>): Promise<void> {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  for (;;) {
    const status = await fetch(address).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return;
    if (over) throw new Error("ended before it served");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
