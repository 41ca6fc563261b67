import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commandSuite, LIMIT, plumbline } from "../../tests/support/command";

const ROOT = process.cwd();
const { scratch } = commandSuite();

describe("plumbline: locks", LIMIT, () => {
  it("writes a draft's lock again, and never a published one", async () => {
    const project = projectOf("project");
    const content = join(project, "questionnaires", "tiny", "1.0.0");
    mkdirSync(join(content, "data"), { recursive: true });
    mkdirSync(join(content, "initiatives"));
    const write = (title: string) => {
      // JSON is YAML
      writeFileSync(join(content, "questionnaire.yaml"), JSON.stringify({ ...TINY, title }));
      writeFileSync(join(content, "data", "copies.yaml"), JSON.stringify(TINY_TOPIC));
    };
    const lock = (...options: string[]) => plumbline(["questionnaire", "lock", "tiny", ...options], { project });

    write("Tiny questionnaire");
    expect(await lock("--draft")).toMatchObject({ code: 0, stderr: "" });
    const draft = readFileSync(join(content, "lock.json"), "utf8");
    write("Tiny questionnaire, reworded");
    expect(await lock()).toMatchObject({ code: 0, stderr: "" });
    const published = readFileSync(join(content, "lock.json"), "utf8");
    expect(JSON.parse(published).sha256).not.toBe(JSON.parse(draft).sha256);

    expect(await lock("--draft")).toMatchObject({ code: 2, stdout: "" });
    write("Tiny questionnaire, changed after all");
    expect(await lock()).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("give it a new version"),
    });
    expect(readFileSync(join(content, "lock.json"), "utf8")).toBe(published);
  });

  it("hold models too: a changed one is found by the check and can't be locked anew", async () => {
    const project = projectOf("models");
    cpSync(join(ROOT, "questionnaires"), join(project, "questionnaires"), { recursive: true });
    const folder = join(project, "questionnaires", "models", "nist-800-207", "1.0.0");
    const check = () => plumbline(["model", "check", "nist-800-207"], { project });
    expect(await check()).toMatchObject({ code: 0, stdout: expect.stringContaining("; locked, unchanged") });

    const text = readFileSync(join(folder, "model.yaml"), "utf8");
    writeFileSync(join(folder, "model.yaml"), `# A comment changes nothing.\n${text}`);
    expect(await check()).toMatchObject({ code: 0 });
    writeFileSync(join(folder, "model.yaml"), text.replace(/threshold: .*/, "threshold: 0.7"));
    expect(await check()).toMatchObject({
      code: 1,
      stdout: expect.stringContaining(
        "questionnaires/models/nist-800-207/1.0.0/lock.json:1:1: the content has changed since it was published",
      ),
    });
    expect(await plumbline(["model", "lock", "nist-800-207"], { project })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("give it a new version"),
    });
    rmSync(join(folder, "lock.json"));
    expect(await check()).toMatchObject({ code: 1, stdout: expect.stringContaining("there is no lock") });
  });
});

/** A folder with the program in it and no content. */
function projectOf(name: string): string {
  const project = join(scratch, name);
  for (const part of [
    "lib/core",
    "lib/server/content",
    "scripts/plumbline",
    "scripts/plumbline.ts",
    "package.json",
    "tsconfig.json",
  ]) {
    cpSync(join(ROOT, part), join(project, part), { recursive: true });
  }
  symlinkSync(join(ROOT, "node_modules"), join(project, "node_modules"));
  return project;
}

const TINY = {
  id: "tiny",
  version: "1.0.0",
  summary: "One topic, to try the locks on.",
  threshold: 0.8,
  stages: ["traditional", "advanced"].map((id) => ({ id, title: id, summary: "How an organization looks there." })),
  profile: [],
  pillars: [{ id: "data", title: "Data", weight: 1, summary: "Data can be recovered.", topics: ["copies"] }],
  quickCheck: [],
};

const TINY_TOPIC = {
  id: "data.copies",
  title: "Copies of data",
  short: "Copies",
  prompt: "Which data have a copy elsewhere?",
  why: "What has no copy is lost with the place where it was kept, and nobody notices before.",
  asks: ["storage engineer"],
  principles: ["assume-breach"],
  drivers: ["risk-mitigation"],
  weight: 1,
  stages: {},
  criteria: [
    {
      id: "data.copies.elsewhere",
      stage: "advanced",
      statement: "Every business system has a copy of its data at another place.",
      check: "List the business systems and the place of each one's copies.",
      look: ["the console of the copying tool"],
      evidence: "a list of systems with the place of their copies",
      weight: 1,
      crosswalk: {},
    },
  ],
};
