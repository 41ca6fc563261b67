import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The lowest versions that are free of the advisories known when the list was written. A lower one fails the test run. */
const SAFE = JSON.parse(readFileSync(join("tests", "security", "safe-versions.json"), "utf8")) as Record<
  string,
  { minimum: string; because: string }
>;

function parts(version: string): readonly number[] {
  return version.split(/[.-]/).slice(0, 3).map(Number);
}

function lower(version: string, minimum: string): boolean {
  const [a, b] = [parts(version), parts(minimum)];
  for (let i = 0; i < 3; i++) if ((a[i] ?? 0) !== (b[i] ?? 0)) return (a[i] ?? 0) < (b[i] ?? 0);
  return false;
}

let unsafe = 0;
for (const [name, { minimum, because }] of Object.entries(SAFE)) {
  const { version } = JSON.parse(readFileSync(join("node_modules", name, "package.json"), "utf8")) as {
    version: string;
  };
  if (!lower(version, minimum)) continue;
  unsafe += 1;
  console.error(`${name} ${version} is below ${minimum}: ${because}`);
}
console.log(`${Object.keys(SAFE).length} packages held against the list of safe versions, ${unsafe} below it`);
process.exitCode = unsafe === 0 ? 0 : 1;
