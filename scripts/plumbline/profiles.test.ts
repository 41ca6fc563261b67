import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { dodCapabilities } from "../../lib/core/frameworks/dod-capabilities";
import { frameworkCoverage } from "../../lib/core/frameworks/framework-coverage";
import { FRAMEWORK_VIEWS } from "../../lib/core/frameworks/framework-views";
import { readAssessmentFile } from "../../lib/core/portable/parse-assessment-file";
import { toClaims } from "../../lib/core/portable/to-claims";
import { compileModel } from "../../lib/core/scoring/compile-model";
import { scoreAssessment } from "../../lib/core/scoring/score";
import type { Score, TopicScore } from "../../lib/core/scoring/types";
import { findModel } from "../../lib/server/content/find-model";
import { loadFramework } from "../../lib/server/content/load-questionnaires";
import { catalogueFor } from "./load-content";

const FOLDER = "tests/support/profiles";
const MODELS = ["cisa-ztmm", "dod-zero-trust"] as const;
const ROUNDED = 0.0005 + 1e-9; // figures are written with three decimals
const WEIGHTS_ROUNDED = 0.005 + 1e-9; // sums of weights with two

/** Expectations are read from the page that people read, so that the two can't differ. */
describe.each(["bank", "saas-start-up", "factory"])("%s: results as its page writes them out", async (name) => {
  const json: unknown = JSON.parse(readFileSync(`${FOLDER}/${name}.json`, "utf8"));
  const read = readAssessmentFile(json, await catalogueFor({ id: "zero-trust", version: "1.1.0" }));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { file, questionnaire } = read;
  const claims = toClaims(file, "2026-11-28");
  const tables = readTables(readFileSync(`${FOLDER}/${name}.md`, "utf8"));

  it.each(MODELS)("%s", (id) => {
    const tree = findModel(id, questionnaire);
    if (!tree) throw new Error(`no model ${id}`);
    const score = scoreAssessment(compileModel(tree), claims);
    const pillars = new Map(score.pillars.map((pillar) => [pillar.id, pillar]));
    const summary = tables.get(id) ?? [];
    expect(summary.map(([pillar]) => pillar)).toEqual(["overall", ...tree.pillars.map((pillar) => pillar.id)]);
    for (const [pillar = "", level, upTo, stage] of summary)
      expectScore(`${id} ${pillar}`, pillar === "overall" ? score.overall : pillars.get(pillar), {
        level,
        upTo,
        stage,
      });

    for (const pillar of tree.pillars) {
      const rows = tables.get(`${id}/${pillar.id}`) ?? [];
      expect(rows.map(([topic]) => topic)).toEqual(pillar.topics.map((topic) => topic.id));
      const topics = new Map(pillars.get(pillar.id)?.topics.map((topic) => [topic.id, topic]));
      for (const [topic = "", , ...cells] of rows) {
        const means = cells.slice(0, tree.stages.length - 1);
        const [level, upTo, stage] = cells.slice(means.length);
        expectScore(`${id} ${topic}`, topics.get(topic), { level, upTo, stage });
        expectMeans(`${id} ${topic}`, topics.get(topic), means);
      }
    }
  });

  it.each(MODELS)("%s, as it is judged from the facts in words", (id) => {
    const tree = findModel(id, questionnaire);
    if (!tree) throw new Error(`no model ${id}`);
    const score = scoreAssessment(compileModel(tree), claims);
    const stages = new Map<string, string>();
    for (const pillar of score.pillars) {
      stages.set(pillar.id, pillar.stage);
      for (const topic of pillar.topics) stages.set(topic.id, topic.stage);
    }
    const judged = readTables(readFileSync(`${FOLDER}/judged/${name}.md`, "utf8"));
    const rows = [...judged].filter(([key]) => key.split("/")[0] === id).flatMap(([, lines]) => lines);
    const pillars = tree.pillars.map((pillar) => pillar.id);
    const functions = tree.pillars.flatMap(({ topics }) => topics.map((topic) => topic.id));
    const wanted = id === "cisa-ztmm" ? [...functions, ...pillars] : pillars;
    expect(rows.map(([what]) => what).sort()).toEqual([...wanted].sort());
    const expected = rows.map(([what, , , stage]) => `${what} ${stage}`);
    expect(rows.map(([what = ""]) => `${what} ${stages.get(what) ?? "left out"}`)).toEqual(expected);
    for (const [what, , facts, , why] of rows) {
      expect(why, `${what} says what keeps it`).not.toBe("");
      if (!pillars.includes(what ?? "") || id !== "cisa-ztmm") expect(facts, `${what} says what is so`).not.toBe("");
    }
  });

  it("activities of the DoD strategy", () => {
    const view = FRAMEWORK_VIEWS.find(({ id }) => id === "dod-zero-trust");
    if (!view) throw new Error("no view");
    const capabilities = dodCapabilities(frameworkCoverage(view, loadFramework("dod"), questionnaire, claims));
    const written = [...tables].filter(([key]) => key.startsWith("dod-zero-trust/")).flatMap(([, rows]) => rows);
    expect(capabilities.map(({ id, met, asked }) => `${id} ${met}/${asked}`)).toEqual(
      written.map(([id, , , , , , , activities]) => `${id} ${activities}`),
    );
  });
});

type Written = Readonly<{ level: string | undefined; upTo: string | undefined; stage: string | undefined }>;

function expectScore(where: string, score: Score | null | undefined, { level, upTo, stage }: Written): void {
  if (stage === "left out") {
    expect(score, where).toBeUndefined();
    return;
  }
  expect(Math.abs((score?.low ?? 0) - Number(level)), `${where} level`).toBeLessThan(ROUNDED);
  expect(Math.abs((score?.high ?? 0) - Number(upTo)), `${where} up to`).toBeLessThan(ROUNDED);
  expect(score?.stage, `${where} stage`).toBe(stage);
}

function expectMeans(where: string, topic: TopicScore | undefined, cells: readonly string[]): void {
  cells.forEach((cell, index) => {
    if (cell === "–") return;
    const [holds = Number.NaN, applies = Number.NaN] = cell.split("/").map(Number);
    const mean = topic?.means[index]?.low ?? Number.NaN;
    expect(Math.abs(mean * applies - holds), `${where} ${topic?.means[index]?.stage}`).toBeLessThan(WEIGHTS_ROUNDED);
  });
}

/** The page's tables by the first word of their heading row. */
function readTables(text: string): ReadonlyMap<string, readonly (readonly string[])[]> {
  const tables = new Map<string, string[][]>();
  let rows: string[][] | undefined;
  for (const line of text.split("\n")) {
    if (!line.startsWith("|")) {
      rows = undefined;
      continue;
    }
    const cells = line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (/^:?-+$/.test(cells[0] ?? "")) continue;
    if (rows) rows.push(cells);
    else {
      rows = [];
      tables.set(cells[0] ?? "", rows);
    }
  }
  return tables;
}
