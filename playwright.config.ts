import { defineConfig } from "@playwright/test";

const executablePath = process.env.CHROMIUM_PATH;

export default defineConfig({
  testDir: "tests/browser",
  outputDir: "tests/.artifacts/browser",
  timeout: 90_000,
  // A machine that others use, too, may be slow for some seconds; nothing waits longer than it has to.
  expect: { timeout: 10_000 },
  // Where nobody is there to look: what passes at the second try only is named (scripts/test.mjs), and is a flaw to be found.
  retries: process.env.CI ? 1 : 0,
  workers: 2,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["json", { outputFile: "tests/.artifacts/playwright.json" }]],
  globalSetup: "./tests/support/browser-setup.ts",
  use: {
    browserName: "chromium",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // Without a UTF-8 locale Chromium names a download with other letters "download".
      env: { ...process.env, LC_ALL: "C.UTF-8" },
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
    screenshot: "only-on-failure",
    // Keeping one of every test takes a quarter of the whole time.
    trace: process.env.CI ? "on-first-retry" : "retain-on-failure",
  },
});
