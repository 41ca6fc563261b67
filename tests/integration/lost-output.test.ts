import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { freePort, spawnApp } from "../support/app-server";

/** How long an end may take before it counts as none. */
const END_MS = 20_000;

describe("a server that nobody listens to any more", () => {
  it.concurrent.each([
    ["from its first line on, as with `| head -1`", /Plumbline/],
    ["once it serves", /Ready after/],
  ])("serves and ends when told to, its output lost %s", async (_, line) => {
    const folder = mkdtempSync(join(tmpdir(), "plumbline-pipe-"));
    const port = await freePort();
    // So that each request writes a line, too.
    const child = spawnApp({ dataDir: folder, port, environment: { LOG_LEVEL: "debug" } });
    const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
      child.once("exit", (code, signal) => resolve(code ?? signal)),
    );
    try {
      let heard = "";
      for await (const chunk of child.stdout) {
        heard += chunk;
        if (line.test(heard)) break; // which closes the pipe
      }
      child.stderr.destroy();
      await answers(`http://127.0.0.1:${port}/api/health/ready`, ended);

      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), END_MS);
      expect(await ended).toBe(0);
      clearTimeout(late);
      expect(existsSync(join(folder, "postgres", "data", "postmaster.pid"))).toBe(false);
    } finally {
      child.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

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
