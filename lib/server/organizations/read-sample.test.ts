import { describe, expect, it } from "vitest";
import { dayNumber, dayOf } from "../../core/charts/time-scale";
import { readQuestionnaire } from "../../core/content/read";
import { planRoadmap } from "../../core/planning/plan-roadmap";
import { checkStorable } from "../../core/portable/check-storable";
import { readAssessmentFile } from "../../core/portable/parse-assessment-file";
import { toClaims } from "../../core/portable/to-claims";
import { sampleFileAt } from "../../core/sample/file-at";
import { shiftStory } from "../../core/sample/shift-story";
import type { SampleStory } from "../../core/sample/types";
import { compileModel } from "../../core/scoring/compile-model";
import { scoreAssessment } from "../../core/scoring/score";
import type { AssessmentScore } from "../../core/scoring/types";
import { sizesSchema } from "../assessments/read-assessment";
import { loadFiles } from "../content/load-questionnaires";
import { readSample, readSampleHead } from "./read-sample";

const head = readSampleHead();
const read = readQuestionnaire(loadFiles(head.questionnaire, head.version).files);
if (!read.ok) throw new Error("the questionnaire is broken");
const { questionnaire } = read;
const model = compileModel(questionnaire);
const criteria = questionnaire.pillars.flatMap(({ topics }) =>
  topics.flatMap((topic) => topic.criteria.map(({ id }) => id)),
);
const story = readSample(questionnaire);

const fileAt = (day: string, told: SampleStory = story) => sampleFileAt(told, criteria, day);
const scoreAt = (day: string, told: SampleStory = story) => scoreAssessment(model, toClaims(fileAt(day, told), day));

/** "claimed to high, verified, stage", to two decimals. */
function figures({ overall }: AssessmentScore): string {
  if (!overall) return "none";
  const [low, high, verified] = [overall.low, overall.high, overall.verified].map((level) => level.toFixed(2));
  return `${low} to ${high}, verified ${verified}, ${overall.stage}`;
}

describe("the sample organization", () => {
  it("is a portable file on each of its days", () => {
    for (const day of [...story.snapshots.map((snapshot) => snapshot.day), story.today]) {
      const file = fileAt(day);
      const known = [{ id: questionnaire.id, versions: [questionnaire.version] }];
      expect(readAssessmentFile(JSON.parse(JSON.stringify(file)), { known, load: () => questionnaire })).toEqual({
        ok: true,
        file,
        questionnaire,
      });
      expect(checkStorable(file)).toEqual([]);
    }
  });

  it("rose over two years as it tells", () => {
    const days = [...story.snapshots.map(({ day }) => day), story.today];
    expect(Object.fromEntries(days.map((day) => [day, figures(scoreAt(day))]))).toEqual({
      "2024-11-25": "1.41 to 1.86, verified 1.09, traditional",
      "2025-05-26": "1.55 to 1.91, verified 1.13, traditional",
      "2025-11-24": "1.70 to 1.87, verified 1.35, traditional",
      "2026-11-24": "1.84 to 1.94, verified 1.55, traditional",
    });
  });

  it("has strong identity, decent devices, weak network and data", () => {
    const score = scoreAt(story.today);
    const pillars = score.pillars.map(({ id, low, verified, stage }) => [
      id,
      low.toFixed(2),
      verified.toFixed(2),
      stage,
    ]);
    expect(pillars).toEqual([
      ["identity", "2.16", "1.80", "traditional"],
      ["devices", "2.33", "1.91", "advanced"],
      ["apps", "1.89", "1.56", "traditional"],
      ["data", "1.47", "1.29", "traditional"],
      ["network", "1.52", "1.30", "traditional"],
      ["infrastructure", "1.68", "1.45", "traditional"],
    ]);
    expect([score.answered, score.inScope, criteria.length]).toEqual([420, 452, 458]);
  });

  it("shows every kind of answer and evidence, and exceptions with an end", () => {
    const { answers } = fileAt(story.today);
    expect(new Set(answers.map(({ status }) => status))).toEqual(
      new Set(["met", "partly", "not-met", "unknown", "not-applicable"]),
    );
    const aside = answers.filter(({ status }) => status === "not-applicable").map(({ accepted }) => accepted);
    expect([aside.filter(Boolean).length, aside.length]).toEqual([6, 7]);
    const evidence = answers.flatMap((answer) => answer.evidence ?? []);
    const against = evidence.filter(({ verdict }) => verdict === "contradicts");
    expect(
      against.map(({ accepted, dismissed }) => (dismissed ? "dismissed" : accepted ? "stands" : "waits")).sort(),
    ).toEqual(["dismissed", "stands", "stands", "stands", "waits"]);
    expect(evidence.filter(({ accepted }) => !accepted).length).toBeGreaterThan(5);
    const lapsed = story.exceptions.filter(({ expires }) => expires <= story.today);
    expect([lapsed.length, story.exceptions.length]).toEqual([1, 7]);
    for (const { granted, expires } of story.exceptions)
      expect(dayNumber(expires) - dayNumber(granted)).toBeLessThan(366);
  });

  it("plans within its capacity and reaches most of its targets", () => {
    const plan = planRoadmap({
      model,
      claims: toClaims(fileAt(story.today), story.today),
      initiatives: questionnaire.initiatives,
      sizes: sizesSchema.parse(story.assessment.sizes),
      targets: story.assessment.target.pillars,
      by: story.assessment.target.by,
      settings: story.plan,
      decisions: story.plan.items.map(({ starts, ends, ...item }) => ({ ...item, startsOn: starts, endsOn: ends })),
      today: story.today,
    });
    expect(plan.items.filter(({ late, tooEarlyFor }) => late || tooEarlyFor.length > 0)).toEqual([]);
    for (const { used, capacity } of plan.quarters) expect(used).toBeLessThanOrEqual(capacity + 1e-6);
    expect(plan.targets.filter(({ reached }) => reached === "planned").length).toBeGreaterThanOrEqual(5);
    const states = plan.items.map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(["open", "in-progress", "done"]));
    const dropped = plan.unplaced.filter(({ why }) => why.kind === "dropped");
    expect(dropped.map(({ initiative }) => initiative)).toEqual(["data.sealed-data"]);
  });
});

describe("the sample on a later day", () => {
  it.each(["2026-11-24", "2026-11-30", "2027-02-28", "2028-03-01", "2031-08-15"])("is as fresh on %s", (today) => {
    const told = shiftStory(story, today);
    const last = told.answers.at(-1)?.day ?? "";
    const age = dayNumber(today) - dayNumber(last);
    expect(age).toBeGreaterThanOrEqual(4);
    expect(age).toBeLessThanOrEqual(10);
    expect(new Date(last).getUTCDay()).toBe(5);
    const soon = dayOf(dayNumber(today) + 60);
    const ending = told.evidence.filter(({ expires }) => expires && expires > today && expires <= soon);
    expect(ending.map(({ criterion }) => criterion)).toEqual([
      "identity.enrolment-and-recovery.admins-out-of-reach",
      "network.remote-access.one-identity-provider",
    ]);
    expect(told.evidence.filter(({ date }) => date >= today)).toEqual([]);
    expect(figures(scoreAt(today, told))).toBe(figures(scoreAt(story.today)));
    expect(told.assessment.name).toBe(`${told.today.slice(0, 4)} round`);
  });

  it("never has an answer on a weekend", () => {
    const days = new Set(shiftStory(story, "2029-05-16").answers.map(({ day }) => new Date(day).getUTCDay()));
    expect([...days].sort()).toEqual([1, 2, 3, 4, 5]);
  });
});
