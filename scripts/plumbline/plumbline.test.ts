import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const ROOT = process.cwd();
const SCRATCH = mkdtempSync(join(tmpdir(), "plumbline-command-"));
afterAll(() => rmSync(SCRATCH, { recursive: true, force: true }));

type Outcome = { code: number | null; stdout: string; stderr: string };

/** Runs the real command as a process of its own, in a project's folder. */
function plumbline(args: readonly string[], { input, project = ROOT }: { input?: string; project?: string } = {}) {
  return new Promise<Outcome>((resolve, reject) => {
    const { npm_lifecycle_event, INIT_CWD, ...env } = process.env;
    const child = spawn(process.execPath, ["--import", "tsx", "scripts/plumbline.ts", ...args], { cwd: project, env });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.on("error", reject).on("close", (code) => resolve({ code, stdout, stderr }));
    child.stdin.on("error", () => {}).end(input ?? "");
  });
}

const scratchFile = (name: string, content: string | Uint8Array) => {
  const path = join(SCRATCH, name);
  writeFileSync(path, content);
  return path;
};

const assessment = (answers: readonly object[]) =>
  JSON.stringify({
    format: "plumbline.assessment/1",
    questionnaire: { id: "zero-trust", version: "1.0.0" },
    organization: "Northwind Mutual (sample)",
    answers,
  });

const LIMIT = { timeout: 60_000 };

describe("plumbline: bad input", LIMIT, () => {
  const bad: readonly (readonly [name: string, args: () => readonly string[], stderr: RegExp])[] = [
    ["no command", () => [], /^plumbline: no command is given\n/],
    ["an unknown command", () => ["scor"], /^plumbline: there is no command "scor"\n/],
    [
      "an unknown option",
      () => ["score", "x.json", "--as-off", "2026-01-01"],
      /^plumbline: Unknown option '--as-off'\n/,
    ],
    ["an option of another command", () => ["score", "x.json", "--out", "x.pdf"], /^plumbline: --out doesn't belong/],
    [
      "a day that doesn't exist",
      () => ["score", "x.json", "--as-of", "2026-02-30"],
      /^plumbline: --as-of must be a day that exists/,
    ],
    ["no such file", () => ["score", join(SCRATCH, "none.json")], /^there is no file /],
    ["a folder", () => ["score", SCRATCH], / is a folder, not a file\n$/],
    [
      "a binary file",
      () => ["score", scratchFile("a.zip", Uint8Array.of(0x50, 0x4b, 3, 4, 0xff, 0xfe))],
      /^\$: the file is not UTF-8 text but binary/,
    ],
    [
      "a file of 50 MB",
      () => ["score", scratchFile("large.json", new Uint8Array(50 * 1024 * 1024))],
      /^\$: the file has 50 MB; at most 20 MB are read\n$/,
    ],
    [
      "an unknown questionnaire",
      () => ["questionnaire", "show", "none"],
      /^no questionnaire is called "none"; known: .*zero-trust/,
    ],
    [
      "an unknown version",
      () => ["questionnaire", "show", "zero-trust", "--version", "0.0.1"],
      /^zero-trust has no version "0.0.1"/,
    ],
    ["an unknown model", () => ["model", "show", "none"], /^no model is called "none"; known: .*cisa-ztmm/],
    [
      "an unknown model of a file",
      () => ["score", scratchFile("none.json", assessment([])), "--model", "none"],
      /^no model is called "none"; known: zero-trust, cisa-ztmm/,
    ],
    ["no word after model", () => ["model"], /^plumbline: model needs list, show, check or lock\n/],
    ["coverage of nothing", () => ["coverage", "x.json"], /^plumbline: coverage needs --framework ID\n/],
    [
      "an unknown framework",
      () => ["coverage", "x.json", "--framework", "none"],
      /^no framework is called "none"; known: csf-2.0, /,
    ],
    ["an attack matrix of no file", () => ["attack"], /^plumbline: attack needs one FILE\n/],
    ["a report without a place", () => ["report", "x.json"], /^plumbline: report needs --out/],
  ];

  it.each(bad)("%s gives exit code 2, a message and no output", async (_, args, stderr) => {
    const result = await plumbline(args());
    expect(result.stderr).toMatch(stderr);
    expect(result).toMatchObject({ code: 2, stdout: "" });
  });

  it("tells every problem of a file on a line of its own, with its path", async () => {
    const criterion = "identity.sign-in-strength.none-such";
    const input = assessment([
      { criterion, status: "partly" },
      { criterion, status: "met", coverage: 1.4 },
    ]);
    const result = await plumbline(["score", "-"], { input });
    expect(result).toMatchObject({ code: 2, stdout: "" });
    expect(
      result.stderr
        .trimEnd()
        .split("\n")
        .map((line) => line.split(":")[0]),
    ).toEqual([
      "$.answers[0].criterion",
      "$.answers[0].coverage",
      "$.answers[1].criterion",
      "$.answers[1].criterion",
      "$.answers[1].coverage",
    ]);
  });
});

describe("plumbline: what it prints", LIMIT, () => {
  it("explains itself", async () => {
    const result = await plumbline(["--help"]);
    expect(result).toMatchObject({ code: 0, stderr: "" });
    expect(result.stdout).toContain("plumbline score FILE");
  });

  it("shows a questionnaire in the published shape", async () => {
    const { code, stdout } = await plumbline(["questionnaire", "show", "zero-trust"]);
    expect(code).toBe(0);
    const shown = JSON.parse(stdout);
    expect(Object.keys(shown)).toEqual(["id", "version", "threshold", "stages", "pillars"]);
    expect(shown.stages).toEqual(["traditional", "advanced", "optimal"]);
    expect(Object.keys(shown.pillars[0])).toEqual(["id", "title", "weight", "topics"]);
    expect(Object.keys(shown.pillars[0].topics[0])).toEqual(["id", "title", "prompt", "weight", "gate", "criteria"]);
    expect(Object.keys(shown.pillars[0].topics[0].criteria[0])).toEqual([
      "id",
      "stage",
      "statement",
      "weight",
      "principles",
      "drivers",
      "crosswalk",
    ]);
  });

  it("shows the newest version, or the one that is named", async () => {
    const versionOf = async (...args: string[]) =>
      JSON.parse((await plumbline(["questionnaire", "show", ...args])).stdout).version;
    expect(await versionOf("zero-trust")).toBe("1.1.0");
    expect(await versionOf("zero-trust@1.0.0")).toBe("1.0.0");
    expect(await versionOf("zero-trust", "--version", "1.0.0")).toBe("1.0.0");
  });

  it("lists models, and shows one in the shape of a questionnaire", async () => {
    const listed = JSON.parse((await plumbline(["model", "list"])).stdout);
    expect(listed.map(({ id }: { id: string }) => id)).toEqual(
      expect.arrayContaining(["zero-trust", "cisa-ztmm", "dod-zero-trust", "nist-800-207"]),
    );
    for (const model of listed) expect(Object.keys(model)).toEqual(["id", "version", "name", "criteria"]);
    const { stdout } = await plumbline(["model", "show", "dod-zero-trust"]);
    const shown = JSON.parse(stdout);
    expect(Object.keys(shown)).toEqual(["id", "version", "threshold", "stages", "pillars"]);
    expect(shown.stages).toEqual(["baseline", "target", "advanced"]);
    const topics: { id: string; criteria: { id: string; condition?: string }[] }[] = shown.pillars.flatMap(
      (pillar: { topics: object[] }) => pillar.topics,
    );
    expect(topics).toHaveLength(45);
    const criteria = topics.flatMap((topic) => topic.criteria);
    expect(new Set(criteria.map(({ id }) => id)).size).toBe(
      listed.find(({ id }: { id: string }) => id === "dod-zero-trust").criteria,
    );
    expect(criteria.some(({ condition }) => condition === "develops-software")).toBe(true);
  });

  it("scores one file in several models, and says how it stands to frameworks and techniques", async () => {
    const file = scratchFile(
      "some.json",
      assessment([
        { criterion: "identity.sign-in-strength.second-factor-everywhere", status: "met" },
        { criterion: "identity.sign-in-strength.no-legacy-protocols", status: "not-met" },
      ]),
    );
    const cisa = JSON.parse((await plumbline(["score", file, "--model", "cisa-ztmm", "--as-of", "2026-06-01"])).stdout);
    expect(Object.keys(cisa)).toEqual(["asOf", "overall", "completeness", "answered", "inScope", "pillars"]);
    expect(cisa).toMatchObject({ answered: 2, overall: { stage: "traditional", stageVerified: "traditional" } });
    expect(cisa.pillars[0].topics[0].id).toBe("identity.authentication");

    const csf = JSON.parse((await plumbline(["coverage", file, "--framework", "csf-2.0"])).stdout);
    expect(csf.note).toContain("it is not compliance");
    expect(csf.controls).toHaveLength(csf.total);
    expect(csf.touched).toBeLessThan(csf.total);
    const control = csf.controls.find(({ id }: { id: string }) => id === "PR.AA-03");
    expect(control).toMatchObject({ state: "partly", met: 1, notMet: 1, partly: 0 });
    expect(control.of).toHaveLength(control.criteria);

    const dod = JSON.parse((await plumbline(["coverage", file, "--framework", "dod-zero-trust"])).stdout);
    const mfa = dod.capabilities.find(({ id }: { id: string }) => id === "1.3");
    expect(mfa).toMatchObject({ activities: 3, asked: 2, met: 0, share: 0, notAsked: ["1.3.3"] });
    expect(mfa.missingForTarget[0].criteria).toContain("identity.sign-in-strength.no-legacy-protocols");
    expect(mfa.missingForTarget[0].criteria).not.toContain("identity.sign-in-strength.second-factor-everywhere");

    const attack = JSON.parse((await plumbline(["attack", file])).stdout);
    expect(attack.tactics).toHaveLength(15);
    const access = attack.tactics.find(({ title }: { title: string }) => title === "Initial Access");
    expect(access.techniques.find(({ id }: { id: string }) => id === "T1078")).toMatchObject({ state: "partly" });
    expect(access.techniques.find(({ id }: { id: string }) => id === "T1078.004")).toMatchObject({ state: "open" });
  });

  it("scores a file by the version that it names, and one that leaves everything out", async () => {
    const shown = JSON.parse((await plumbline(["questionnaire", "show", "zero-trust@1.0.0"])).stdout);
    const criteria: string[] = shown.pillars.flatMap((pillar: { topics: { criteria: { id: string }[] }[] }) =>
      pillar.topics.flatMap((topic) => topic.criteria.map(({ id }) => id)),
    );
    const met = criteria.map((criterion) => ({
      criterion,
      status: "met",
      evidence: [{ title: "export", date: "2026-05-01", expires: "2026-06-01", verdict: "supports", accepted: true }],
    }));
    const file = scratchFile("met.json", assessment(met));
    const keys = ["low", "high", "verified", "stage", "stageHigh", "stageVerified"];

    const before = JSON.parse((await plumbline(["score", file, "--as-of", "2026-05-31"])).stdout);
    expect(Object.keys(before)).toEqual(["asOf", "overall", "completeness", "answered", "inScope", "pillars"]);
    expect(Object.keys(before.overall)).toEqual(keys);
    expect(Object.keys(before.pillars[0])).toEqual(["id", ...keys, "topics"]);
    expect(Object.keys(before.pillars[0].topics[0])).toEqual(["id", ...keys]);
    expect(before).toMatchObject({
      asOf: "2026-05-31",
      overall: { low: 3, high: 3, verified: 3, stage: "optimal", stageHigh: "optimal", stageVerified: "optimal" },
      completeness: 1,
      answered: criteria.length,
      inScope: criteria.length,
    });

    const after = JSON.parse((await plumbline(["score", file, "--as-of", "2026-06-01"])).stdout);
    expect(after.overall).toMatchObject({ low: 3, verified: 1, stageVerified: "traditional" });

    const none = criteria.map((criterion) => ({
      criterion,
      status: "not-applicable",
      reason: "none here",
      accepted: true,
    }));
    const result = await plumbline(["score", "-"], { input: assessment(none) });
    expect(result.code).toBe(0);
    expect(JSON.parse(result.stdout)).toMatchObject({
      overall: { low: null, high: null, verified: null, stage: null, stageHigh: null, stageVerified: null },
      completeness: 1,
      pillars: [],
    });
  });
});

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

describe("plumbline: own questionnaires", LIMIT, () => {
  const OVERLAY = `id: own-bank
version: 1.0.0
title: Zero Trust for our bank
base: { questionnaire: zero-trust, version: 1.0.0 }
weights: { identity: 3 }
hide: [network.admission]
`;

  it("are checked as in the editor, every problem with its line and column", async () => {
    const fine = scratchFile("own-bank.yaml", OVERLAY);
    const checked = await plumbline(["questionnaire", "check", fine]);
    expect(checked).toMatchObject({ code: 0, stderr: "" });
    expect(checked.stdout).toMatch(
      /own-bank 1\.0\.0, an overlay over zero-trust 1\.0\.0: 6 pillars, 72 topics, \d+ criteria\n/,
    );
    expect(checked.stdout).toMatch(/can be published/);

    const wrong = scratchFile(
      "wrong.yaml",
      OVERLAY.replace("network.admission", "network.admision").replace("identity: 3", "identity: 30"),
    );
    const refused = await plumbline(["questionnaire", "check", wrong]);
    expect(refused.code).toBe(1);
    expect(refused.stdout).toMatch(/wrong\.yaml:5:\d+ weights\.identity: /);
    const misfit = scratchFile("misfit.yaml", OVERLAY.replace("network.admission", "network.admision"));
    expect((await plumbline(["questionnaire", "check", misfit])).stdout).toContain(
      `${misfit}:6:8 hide.0: zero-trust 1.0.0 has no topic network.admision`,
    );
    const broken = await plumbline(["questionnaire", "check", "-"], { input: "id: [own-bank" });
    expect([broken.code, broken.stdout]).toEqual([1, expect.stringMatching(/^-:1:\d+/)]);
  });

  it("are what an assessment file of theirs is scored by", async () => {
    const own = scratchFile("own.yaml", OVERLAY);
    const answers = [{ criterion: "identity.sign-in-strength.second-factor-everywhere", status: "met" }];
    const base = JSON.parse(assessment(answers));
    const file = scratchFile("own.json", JSON.stringify({ ...base, questionnaire: "own-bank@1.0.0" }));
    const scored = await plumbline(["score", file, "--questionnaire", own]);
    expect(scored).toMatchObject({ code: 0, stderr: "" });
    const [mine, plain] = [
      JSON.parse(scored.stdout),
      JSON.parse((await plumbline(["score", scratchFile("base.json", JSON.stringify(base))])).stdout),
    ];
    // Identity weighs 3 of 8 in place of 1 of 6.
    expect((mine.overall.low - 1) / (plain.overall.low - 1)).toBeCloseTo(18 / 8, 9);
    expect(
      mine.pillars.flatMap(({ topics }: { topics: { id: string }[] }) => topics.map(({ id }) => id)),
    ).not.toContain("network.admission");
    const covered = await plumbline(["coverage", file, "--framework", "csf-2.0", "--questionnaire", own]);
    expect(covered).toMatchObject({ code: 0 });

    const other = await plumbline(["score", join(SCRATCH, "base.json"), "--questionnaire", own]);
    expect(other).toEqual({
      code: 2,
      stdout: "",
      stderr: `$.questionnaire: names zero-trust 1.0.0, but ${own} holds own-bank 1.0.0\n`,
    });
    const wrong = scratchFile("wrong-own.yaml", OVERLAY.replace("own-bank", "bank"));
    const refused = await plumbline(["score", file, "--questionnaire", wrong]);
    expect([refused.code, refused.stdout]).toEqual([2, ""]);
    expect(refused.stderr).toMatch(/wrong-own\.yaml:1:\d+ id: begins with own-/);
  });
});

/** A folder with the program in it and no content. */
function projectOf(name: string): string {
  const project = join(SCRATCH, name);
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
