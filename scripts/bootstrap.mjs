// Plain JavaScript, because it runs before anything is installed: Node's version, dependencies, generated client. Shared by start, dev and test.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Prints one step. */
export function tell(text) {
  console.log(`  ${text}`);
}

/** Ends with what failed, why, and what helps. */
export function fail(message, help) {
  console.error(`\n✗ ${message}\n  ${help}\n`);
  process.exit(1);
}

/** Brings the checkout to where TypeScript can run: a fitting Node, `npm ci` when the lock file is newer, the Prisma client. */
export function bootstrap() {
  process.chdir(ROOT);
  checkNode();
  installDependencies();
  generateClient();
}

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;
  if (!fits)
    fail(
      `Node ${process.versions.node} can't run Plumbline.`,
      "Install Node 20.19 or newer of 20, 22.12 or newer of 22, or 24 and later.",
    );
}

function newer(file, than) {
  return !existsSync(than) || statSync(file).mtimeMs > statSync(than).mtimeMs;
}

/** Whole, also where the environment says production: the build needs what npm calls development. */
const CI = ["ci", "--include=dev", "--no-audit", "--no-fund"];

function installDependencies() {
  if (!newer("package-lock.json", join("node_modules", ".package-lock.json"))) return;
  tell("installing dependencies (npm ci), once");
  const npm = process.env.npm_execpath;
  // The typeface's install script reports to its maker unless it is told not to.
  const env = { ...process.env, IBM_TELEMETRY_DISABLED: "true" };
  const result = npm
    ? spawnSync(process.execPath, [npm, ...CI], { stdio: ["ignore", "ignore", "inherit"], env })
    : spawnSync("npm", CI, { stdio: ["ignore", "ignore", "inherit"], shell: process.platform === "win32", env });
  if (result.status !== 0)
    fail(
      "The dependencies could not be installed.",
      "Look at npm's message above; with a registry of your own, set it in your .npmrc, then start again.",
    );
}

function generateClient() {
  const made = join("lib", "server", "platform", "database", "generated", "client.ts");
  if (!newer(join("prisma", "schema.prisma"), made) && !newer("package-lock.json", made)) return;
  tell("generating the database client");
  // `generate` only checks that an engine file exists and never runs it; naming one keeps it from downloading.
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  };
  const result = spawnSync(process.execPath, [join("node_modules", "prisma", "build", "index.js"), "generate"], {
    env,
    encoding: "utf8",
  });
  if (result.status !== 0)
    fail(
      `The database client could not be generated.\n${result.stderr || result.stdout}`,
      "Remove node_modules and start again.",
    );
}
