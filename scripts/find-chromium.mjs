import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const USUAL = [
  // The shell without a window costs half of the browser that hides its window.
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** A Chromium to drive: the one named, the system's, Playwright's own, or one that is installed now. Undefined when none can be had. */
export function findChromium(tell) {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : undefined;
  return USUAL.find((path) => existsSync(path)) ?? playwrights() ?? download(tell) ?? debians(tell);
}

function playwrights() {
  const script = "import('playwright-core').then((p) => console.log(p.chromium.executablePath()))";
  const path = spawnSync(process.execPath, ["-e", script], { encoding: "utf8" }).stdout?.trim();
  return path && existsSync(path) ? path : undefined;
}

function download(tell) {
  tell("downloading Playwright's Chromium");
  const result = spawnSync(
    process.execPath,
    [join("node_modules", "playwright-core", "cli.js"), "install", "chromium"],
    { stdio: "ignore", timeout: 180_000 },
  );
  return result.status === 0 ? playwrights() : undefined;
}

function debians(tell) {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  tell("installing Debian's Chromium (apt-get)");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["update"], { stdio: "ignore", env });
  spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium-headless-shell"], {
    stdio: "ignore",
    env,
  });
  return USUAL.find((path) => existsSync(path));
}
