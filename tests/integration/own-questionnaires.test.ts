import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { canonicalJson } from "../../lib/core/content/canonical-json";
import { editOverlay, newOverlay } from "../../lib/core/content/own/edit-overlay";
import type { AuditNote } from "../../lib/server/access/audit";
import type { Actor } from "../../lib/server/access/roles";
import { createAssessment } from "../../lib/server/assessments/create-assessment";
import { moveAssessment, undoMove } from "../../lib/server/assessments/move-assessment";
import { moveTargets } from "../../lib/server/assessments/move-targets";
import { openCriterion } from "../../lib/server/assessments/open-criterion";
import { readAssessment } from "../../lib/server/assessments/read-assessment";
import { checkOwn } from "../../lib/server/content/own/check-own";
import { createOwn } from "../../lib/server/content/own/create-own";
import { listOwn, readOwnContent } from "../../lib/server/content/own/read-own-content";
import { discardOwn, publishOwn, saveOwn } from "../../lib/server/content/own/save-own";
import { storedQuestionnaire } from "../../lib/server/content/questionnaire-store";
import { deleteOrganization } from "../../lib/server/organizations/delete-organization";
import { type ScopedDb, withOrganization } from "../../lib/server/platform/database/client";
import { withClient } from "../../lib/server/platform/database/prepare";
import { makeActor, openTestDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;
let here: Actor;
let there: Actor;
const notes: AuditNote[] = [];
const audit = (note: AuditNote) => notes.push(note);
const inside = <T>(run: (db: ScopedDb) => Promise<T>, actor = here) => withOrganization(actor, run);

const BASE = { id: "zero-trust", version: "1.0.0", title: "Zero Trust maturity" };
const REF = { questionnaire: "own-bank", version: "1.0.0" };
const HIDDEN = "network.admission";
const TEXT = editOverlay(editOverlay(newOverlay(BASE, "own-bank"), { kind: "hide", topic: HIDDEN }), {
  kind: "weigh",
  id: "identity.sign-in-strength",
  weight: 5,
}).replace(
  "criteria: []",
  `criteria:
  - id: identity.sign-in-strength.own-branch-desks
    stage: advanced
    statement: Every counter desk in a branch signs its user out after two minutes without a keystroke.
    check: Sit at ten desks in three branches and wait for two minutes without a keystroke at each of them.
    look: ["the desk itself, and its power settings"]
    evidence: record of the tries within the last 12 months
    weight: 2
    crosswalk: {iso: [A.8.5]}`,
);

beforeAll(async () => {
  database = await openTestDatabase();
  here = await makeActor(database, "own-here", "owner");
  there = await makeActor(database, "own-there", "owner");
  await inside((db) => createOwn(db, here, { source: TEXT }, audit));
  await inside((db) => publishOwn(db, here, REF, { revision: 1 }, audit));
});
afterAll(() => database.drop());

describe("a published overlay", () => {
  it("is a whole questionnaire of the organization, and of no other", async () => {
    const { questionnaire, model } = await inside((db) => storedQuestionnaire(db, "own-bank", "1.0.0"));
    expect(model.criteria).toContain("identity.sign-in-strength.own-branch-desks");
    expect(questionnaire.pillars.flatMap(({ topics }) => topics.map(({ id }) => id))).not.toContain(HIDDEN);
    // Asked again after it is in memory: whose it is, is asked each time.
    await expect(inside((db) => storedQuestionnaire(db, "own-bank", "1.0.0"), there)).rejects.toMatchObject({
      kind: "not-found",
    });
    expect(await inside(listOwn, there)).toEqual([]);
    await expect(inside((db) => readOwnContent(db, REF), there)).rejects.toMatchObject({ kind: "not-found" });
  });

  it("never changes and isn't thrown away, not even by the app's own SQL", async () => {
    const change = { source: `${TEXT}\n# more\n`, revision: 1 };
    await expect(inside((db) => saveOwn(db, here, REF, change, audit))).rejects.toMatchObject({ kind: "conflict" });
    await expect(inside((db) => discardOwn(db, here, REF, audit))).rejects.toMatchObject({ kind: "conflict" });
    await expect(inside((db) => db.$executeRaw`UPDATE own_questionnaires SET title = 'x'`)).rejects.toThrow(
      /never changes/,
    );
    expect(await inside((db) => db.$executeRaw`DELETE FROM own_questionnaires`)).toBe(0);
    await expect(inside((db) => db.$executeRaw`DELETE FROM own_criteria`)).rejects.toThrow(/permission denied/);
    await expect(
      inside((db) => db.$executeRaw`INSERT INTO questionnaire_versions VALUES ('own-x', '1.0.0', 'x', '{}')`),
    ).rejects.toThrow(/permission denied/);
  });

  it("carries an assessment: made on it, answered, moved to from its base and back", async () => {
    const round = { name: "Bank", scope: "Group", profile: {}, sizes: {} };
    const { slug } = await inside((db) => createAssessment(db, here, { ...round, content: REF }, audit));
    const state = await inside((db) => readAssessment(db, here, slug));
    expect(state.assessment).toMatchObject({ ...REF, own: "own-bank", builtIn: null });
    const own = "identity.sign-in-strength.own-branch-desks";
    expect(await inside((db) => openCriterion(db, here, slug, own))).toMatchObject({ slug });
    await expect(inside((db) => openCriterion(db, here, slug, `${HIDDEN}.guests-internet-only`))).rejects.toMatchObject(
      { kind: "not-found" },
    );

    const plain = { questionnaire: "zero-trust", version: "1.0.0" };
    const other = await inside((db) => createAssessment(db, here, { ...round, content: plain }, audit));
    const later = ["1.2.0", "1.1.0"].map((version) => ({ ...plain, version }));
    expect(await inside((db) => moveTargets(db, plain))).toEqual([...later, REF]);
    await inside((db) => moveAssessment(db, here, other.slug, { from: plain, to: REF }, audit));
    expect((await inside((db) => readAssessment(db, here, other.slug))).stored.model.criteria).toContain(own);
    await inside((db) => undoMove(db, here, other.slug, audit));
    expect(await inside((db) => moveTargets(db, REF))).toEqual([{ ...plain, version: "1.2.0" }]);
  });

  it("can't be assessed by another organization, by any way", async () => {
    const round = { name: "Stolen", scope: "Group", profile: {}, sizes: {} };
    await expect(
      inside((db) => createAssessment(db, there, { ...round, content: REF }, audit), there),
    ).rejects.toMatchObject({ kind: "not-found" });
    const data = { organizationId: there.organizationId, slug: "x", ...round, ...REF, createdBy: there.userId };
    await expect(inside((db) => db.assessment.create({ data }), there)).rejects.toThrow(/[Ff]oreign key/);
  });
});

describe("a draft", () => {
  const draft = { questionnaire: "own-shop", version: "1.0.0" };
  const text = newOverlay(BASE, "own-shop");

  it("is kept with its problems, published without, and refused with line, column and what was expected", async () => {
    await inside((db) => createOwn(db, here, { source: text }, audit));
    await expect(inside((db) => createOwn(db, here, { source: text }, audit))).rejects.toMatchObject({
      kind: "conflict",
    });
    const wrong = text.replace("hide: []", "hide: [network.nothing]");
    const { revision } = await inside((db) => saveOwn(db, here, draft, { source: wrong, revision: 1 }, audit));
    await expect(inside((db) => publishOwn(db, here, draft, { revision }, audit))).rejects.toMatchObject({
      kind: "invalid",
      fields: [{ path: "line 14, column 8", message: "hide.0: zero-trust 1.0.0 has no topic network.nothing" }],
    });
    await expect(inside((db) => saveOwn(db, here, draft, { source: "a: [", revision }, audit))).rejects.toMatchObject({
      kind: "invalid",
      fields: [{ path: expect.stringMatching(/^line \d+, column \d+$/) }],
    });
    const stale = { source: text, revision: 1 };
    await expect(inside((db) => saveOwn(db, here, draft, stale, audit))).rejects.toMatchObject({ kind: "conflict" });
    const renamed = { source: text.replace("own-shop", "own-else"), revision };
    await expect(inside((db) => saveOwn(db, here, draft, renamed, audit))).rejects.toMatchObject({ kind: "invalid" });
    await inside((db) => discardOwn(db, here, draft, audit));
    expect((await inside(listOwn)).map(({ questionnaire }) => questionnaire)).toEqual(["own-bank"]);
    expect(notes.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["content.create", "content.save", "content.publish", "content.discard"]),
    );
  });

  it("is checked as it is typed: what form controls change, what it comes to, and what a new base no longer has", async () => {
    const edit = { kind: "rebase", base: "zero-trust", version: "1.1.0" } as const;
    const weighed = editOverlay(text, {
      kind: "weigh",
      id: "network.threat-detection.baseline-per-segment",
      weight: 3,
    });
    const before = await inside((db) => checkOwn(db, { source: weighed, topic: "network.threat-detection" }));
    expect(before.problems).toEqual([]);
    expect(before.topic?.id).toBe("network.threat-detection");
    expect(before.outline?.criteria).toBe(458);
    const after = await inside((db) => checkOwn(db, { source: weighed, edit }));
    expect(after.source).toContain("version: 1.1.0");
    expect(after.problems).toMatchObject([{ path: "weights.network.threat-detection.baseline-per-segment" }]);
    expect(after.outline?.criteria).toBe(469);
  });
});

describe("a whole questionnaire of one's own", () => {
  it("is brought in as one text, published with advice only, and is what the text says", async () => {
    const { questionnaire } = await inside((db) => storedQuestionnaire(db, "zero-trust", "1.1.0"));
    const [pillar] = questionnaire.pillars;
    if (!pillar) throw new Error("zero-trust has pillars");
    const small = { ...pillar, topics: pillar.topics.slice(0, 2) };
    const whole = {
      ...questionnaire,
      id: "own-small",
      version: "2.0.0",
      quickCheck: [],
      initiatives: [],
      pillars: [small],
    };
    const ref = await inside((db) => createOwn(db, here, { source: JSON.stringify(whole) }, audit)); // JSON is YAML
    expect(ref).toEqual({ questionnaire: "own-small", version: "2.0.0" });
    const { problems, kind } = await inside((db) => checkOwn(db, { source: JSON.stringify(whole) }));
    expect(kind).toBe("questionnaire");
    expect(problems.every(({ style }) => style)).toBe(true);
    await inside((db) => publishOwn(db, here, ref, { revision: 1 }, audit));
    const stored = await inside((db) => storedQuestionnaire(db, "own-small", "2.0.0"));
    expect(canonicalJson(stored.questionnaire)).toBe(canonicalJson(whole));
  });
});

describe("an organization's end", () => {
  it("takes its questionnaires with it", async () => {
    await inside((db) => deleteOrganization(db, here, here.organizationSlug));
    const count = await withClient(database.ownerUrl, (client) => client.query("SELECT FROM own_questionnaires"));
    expect(count.rowCount).toBe(0);
  });
});
