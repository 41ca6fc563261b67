import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type AppServer = Readonly<{
  origin: string;
  /** The one-time link of a first start. */
  setupLink: string | undefined;
  dataDir: string;
  process: ChildProcess;
  /** Ends it as Ctrl-C would; `forget` removes its data. */
  stop: (options?: { forget?: boolean }) => Promise<void>;
}>;

type Options = Readonly<{ dataDir?: string; port?: number; environment?: Record<string, string> }>;

const READY_TIMEOUT_MS = 180_000;

/** Starts the application as `npm start` does, over data of its own, and waits until it says that it is ready. */
export async function startApp({ dataDir, port, environment = {} }: Options = {}): Promise<AppServer> {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), "plumbline-app-"));
  const listens = port ?? (await freePort());
  const child = spawnApp({ dataDir: folder, port: listens, environment: { LOG_LEVEL: "warn", ...environment } });
  let output = "";
  const setupLink = await new Promise<string | undefined>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`not ready after ${READY_TIMEOUT_MS} ms:\n${output}`)),
      READY_TIMEOUT_MS,
    );
    const read = (chunk: Buffer) => {
      output += chunk.toString("utf8");
      if (!/Ready after/.test(output)) return;
      // The set-up link follows in the same breath; wait for the line to be whole.
      setTimeout(() => {
        clearTimeout(timer);
        resolve(/(http\S+\/setup\/\S+)/.exec(output)?.[1]);
      }, 150);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("exit", (code) => reject(new Error(`ended with ${code} before it was ready:\n${output}`)));
  });
  return {
    origin: `http://127.0.0.1:${listens}`,
    setupLink,
    dataDir: folder,
    process: child,
    stop: async ({ forget = true } = {}) => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill("SIGTERM");
        await new Promise((resolve) => child.once("exit", resolve));
      }
      if (forget) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * The application's process as `npm start` begins it, production over data of its own, its output to be read.
 * @param own `detached`: it heads a group of processes, as a shell's command does
 */
export function spawnApp({ dataDir, port, environment }: Required<Options>, own: Pick<SpawnOptions, "detached"> = {}) {
  return spawn(process.execPath, ["scripts/start.mjs"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: "",
      APP_DATABASE_URL: "",
      DATA_DIR: dataDir,
      PORT: String(port),
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
    ...own,
  });
}

/**
 * A port that nothing listens on. It lies below those that the system hands out by itself: between this and the start of
 * a server some other's database or connection could be given it.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    const server = createServer().listen(port, "127.0.0.1");
    const free = await once(server, "listening").then(
      () => true,
      () => false,
    );
    if (!free) continue;
    server.close();
    await once(server, "close");
    return port;
  }
}
