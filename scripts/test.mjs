// `npm test`: sets everything up as `npm start` does, finds or installs a browser, runs every check and counts from the runners' own reports.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bootstrap, fail, tell } from "./bootstrap.mjs";
import { findChromium } from "./find-chromium.mjs";

console.log("Plumbline: tests");
bootstrap();
const only = process.argv.slice(2);
const artifacts = join("tests", ".artifacts");
rmSync(artifacts, { recursive: true, force: true });
mkdirSync(artifacts, { recursive: true });

const bin = (name) => join("node_modules", ".bin", process.platform === "win32" ? `${name}.cmd` : name);
const tsx = ["--import", "tsx"];
let passed = 0;
let failed = 0;

function run(name, command, args, env = {}) {
  const began = performance.now();
  const { status } = spawnSync(command, args, {
    stdio: "inherit",
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
    shell: process.platform === "win32",
  });
  tell(`${status === 0 ? "✓" : "✗"} ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  return status === 0;
}

/** A check without a report of its own counts as one. */
function check(name, command, args) {
  if (run(name, command, args)) passed += 1;
  else failed += 1;
}

/** A runner counts its own tests; one that ends badly without a failed test counts as one failure. */
function suite(name, command, args, report, count, env) {
  const fine = run(name, command, args, env);
  const counted = existsSync(report) ? count(JSON.parse(readFileSync(report, "utf8"))) : { passed: 0, failed: 0 };
  passed += counted.passed;
  failed += counted.failed;
  if (!fine && counted.failed === 0) failed += 1;
}

/** Titles of a Playwright report's tests that failed before they passed. */
function unsteady(suites = []) {
  return suites.flatMap(({ specs = [], suites: inner }) => [
    ...specs.filter((spec) => spec.tests.some((test) => test.status === "flaky")).map((spec) => spec.title),
    ...unsteady(inner),
  ]);
}

const wants = (part) => only.length === 0 || only.includes(part);

if (wants("static") || wants("browser") || wants("integration"))
  check("build", process.execPath, [...tsx, "scripts/build.ts"]);
if (wants("static")) {
  check("types", bin("tsc"), ["--noEmit", "-p", "tsconfig.check.json"]);
  check("format and lint", bin("biome"), ["ci", "--error-on-warnings"]);
  check("directions of imports", bin("depcruise"), ["app", "components", "lib", "scripts"]);
  check("unused files, exports and dependencies", bin("knip"), []);
  check("content", process.execPath, [...tsx, "scripts/plumbline.ts", "questionnaire", "check"]);
  check("safe versions", process.execPath, [...tsx, "scripts/check-versions.ts"]);
}
if (wants("unit") || wants("integration")) {
  const projects = [wants("unit") && "--project=unit", wants("integration") && "--project=integration"].filter(Boolean);
  suite(
    "unit, property and integration tests",
    bin("vitest"),
    ["run", ...projects],
    join(artifacts, "vitest.json"),
    (report) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.numFailedTestSuites * (report.numFailedTests === 0 ? 1 : 0),
    }),
  );
}
if (wants("browser")) {
  const chromium =
    findChromium(tell) ??
    fail(
      "There is no Chromium for the browser tests.",
      "Install one and name it: CHROMIUM_PATH=/usr/bin/chromium npm test",
    );
  tell(`browser: ${chromium}`);
  suite(
    "browser tests",
    bin("playwright"),
    ["test"],
    join(artifacts, "playwright.json"),
    (report) => {
      for (const title of unsteady(report.suites)) tell(`! passed at the second try only: ${title}`);
      return { passed: report.stats.expected + report.stats.flaky, failed: report.stats.unexpected };
    },
    { CHROMIUM_PATH: chromium },
  );
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
