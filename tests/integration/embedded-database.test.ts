import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readConfig } from "../../lib/server/platform/config";
import { prepareDatabase, withClient } from "../../lib/server/platform/database/prepare";

const SECRET = "a secret for tests only, forty characters";
const OTHER = "another secret, of forty characters as well";
/** Longer than the server's own end takes. */
const END_MS = 1_500;

const folder = mkdtempSync(join(tmpdir(), "plumbline-embedded-"));
const halfMade = join(folder, "half-made");
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) if (child.exitCode === null && child.signalCode === null) signalGroup(child, "SIGKILL");
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

describe("the embedded database", () => {
  it("is made at the next start where a kill cut its making short", async () => {
    const child = startElsewhere(halfMade);
    const ended = once(child, "exit");
    await until(madeInPart);
    signalGroup(child, "SIGKILL");
    await ended;
    await (await start({ data: halfMade })).stop();
    expect(readdirSync(join(halfMade, "postgres")).sort()).toEqual(["data", "owner-pid"]);
  });

  it("isn't ended by what a terminal sends to the application, and is taken up once that is gone", async () => {
    const child = startElsewhere(folder);
    const ended = once(child, "exit");
    if (child.stdout) await once(child.stdout, "data");
    const server = serverPid();
    for (const signal of ["SIGINT", "SIGHUP"] as const) signalGroup(child, signal);
    await new Promise((resolve) => setTimeout(resolve, END_MS));
    expect(serverPid()).toBe(server);

    signalGroup(child, "SIGKILL");
    await ended;
    const database = await start();
    expect(serverPid()).toBe(server);
    await database.stop();
    expect(serverPid()).toBeUndefined();
  });

  it("says what helps when the secret is another one, and leaves no server behind", async () => {
    await (await start()).stop();
    await expect(start({ secret: OTHER })).rejects.toMatchObject({
      name: "StartupError",
      message: `The embedded database in ${join(folder, "postgres")} was made with another secret than this start has.`,
      help: expect.stringContaining(`leave PLUMBLINE_SECRET out if it was set since (the first one is in ${folder}`),
    });
    expect(serverPid()).toBeUndefined();
  });

  it("has room for every connection that DATABASE_POOL allows", async () => {
    const pool = 60;
    const database = await start({ pool });
    try {
      const { rows } = await withClient(database.ownerUrl, (client) =>
        client.query<{ free: number }>(
          "SELECT current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int AS free",
        ),
      );
      expect(rows[0]?.free).toBeGreaterThan(2 * pool);
    } finally {
      await database.stop();
    }
  });
});

function start({ data = folder, secret = SECRET, pool = 16 } = {}) {
  return prepareDatabase(readConfig({ DATA_DIR: data, DATABASE_POOL: String(pool) }), secret, () => {});
}

/** The same in a process of its own, which heads a group of processes as a shell's command does, and outlives a terminal's signals. */
function startElsewhere(data: string): ChildProcess {
  const program = `
    import { readConfig } from "./lib/server/platform/config.ts";
    import { prepareDatabase } from "./lib/server/platform/database/prepare.ts";
    for (const signal of ["SIGINT", "SIGHUP"]) process.on(signal, () => {});
    await prepareDatabase(readConfig({ DATA_DIR: ${JSON.stringify(data)} }), ${JSON.stringify(SECRET)}, () => {});
    console.log("ready");
    setInterval(() => {}, 60_000);`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", program], {
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  return child;
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid) process.kill(-pid, signal);
}

function serverPid(): number | undefined {
  const file = join(folder, "postgres", "data", "postmaster.pid");
  return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : undefined;
}

/** Its version is among the first files that a database has, written long before the others are. */
function madeInPart(): boolean {
  const made = join(halfMade, "postgres");
  return existsSync(made) && readdirSync(made).some((name) => existsSync(join(made, name, "PG_VERSION")));
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}
