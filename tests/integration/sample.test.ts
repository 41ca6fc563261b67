import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { sampleFileAt } from "../../lib/core/sample/file-at";
import { SAMPLE_PEOPLE, sampleName } from "../../lib/core/sample/people";
import { shiftStory } from "../../lib/core/sample/shift-story";
import { verifyChain } from "../../lib/server/access/audit";
import type { Actor } from "../../lib/server/access/roles";
import { answerHistory } from "../../lib/server/assessments/answer-history";
import { readAssessmentFile } from "../../lib/server/assessments/assessment-file";
import { listAssessments } from "../../lib/server/assessments/list-assessments";
import { listSnapshots } from "../../lib/server/assessments/list-snapshots";
import { readAssessment } from "../../lib/server/assessments/read-assessment";
import { reviewNotApplicable } from "../../lib/server/assessments/review-not-applicable";
import { snapshotHash } from "../../lib/server/assessments/take-snapshot";
import { deleteOrganization } from "../../lib/server/organizations/delete-organization";
import { ensureDevelopmentSample } from "../../lib/server/organizations/ensure-development-sample";
import { firstOwner } from "../../lib/server/organizations/first-owner";
import { loadSample } from "../../lib/server/organizations/load-sample";
import { organizationsOf } from "../../lib/server/organizations/organizations-of";
import { readSample } from "../../lib/server/organizations/read-sample";
import { readPlan } from "../../lib/server/plans/read-plan";
import { today } from "../../lib/server/platform/clock";
import { disconnect, type ScopedDb, withOrganization, withPerson } from "../../lib/server/platform/database/client";
import { withClient } from "../../lib/server/platform/database/prepare";
import { makeActor, openTestDatabase, type TestDatabase } from "../support/database";

const NAME = "Northwind Mutual (sample)";

let database: TestDatabase;
let owner: Actor;

const load = (actor: Actor) =>
  withPerson(actor.userId, (db) => loadSample(db, { userId: actor.userId, address: "127.0.0.1" }));

/** The owner as the door would give them inside the sample organization. */
async function inSample(actor: Actor): Promise<Actor> {
  const { slug } = await load(actor);
  const belonging = (await organizationsOf(actor.userId)).find((organization) => organization.slug === slug);
  if (!belonging) throw new Error("the sample isn't the loader's");
  const { id, name, sample, role } = belonging;
  return { ...actor, organizationId: id, organizationSlug: slug, organizationName: name, sample, role };
}

const inside = <T>(actor: Actor, run: (db: ScopedDb) => Promise<T>) => withOrganization(actor, run);

async function assessmentOf(actor: Actor) {
  return inside(actor, async (db) => {
    const { slug } = await db.assessment.findFirstOrThrow();
    return readAssessment(db, actor, slug);
  });
}

/** How many rows of which organizations each table holds. */
async function rowCounts(organizationId: string): Promise<Readonly<Record<string, number>>> {
  const tables = [
    "memberships",
    "assessments",
    "answers",
    "answer_revisions",
    "evidence",
    "evidence_criteria",
    "exceptions",
    "snapshots",
    "plans",
    "plan_items",
    "audit_entries",
    "audit_details",
  ];
  return withClient(database.ownerUrl, async (client) => {
    const counts: [string, number][] = [];
    for (const table of tables) {
      const { rows } = await client.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM ${table} WHERE organization_id = $1`,
        [organizationId],
      );
      counts.push([table, rows[0]?.n ?? -1]);
    }
    return Object.fromEntries(counts);
  });
}

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.drop());

describe("loading the sample", () => {
  beforeAll(async () => {
    owner = await makeActor(database, "own-organization", "owner");
  });

  it("stores exactly what its files say, marked as a sample", async () => {
    const actor = await inSample(owner);
    expect(actor).toMatchObject({ organizationName: NAME, sample: true, role: "owner" });
    const state = await assessmentOf(actor);
    const story = shiftStory(readSample(state.stored.questionnaire), today());
    const criteria = state.stored.model.criteria;
    const stored = await inside(actor, (db) => readAssessmentFile(db, state, NAME));
    const said = sampleFileAt(story, criteria, today());
    expect(sorted(stored)).toEqual(sorted(said));
    expect(state.assessment).toMatchObject({ scope: "Group", state: "draft", createdBy: owner.userId });
  });

  it("keeps each answer's versions, told by roles that no account has", async () => {
    const actor = await inSample(owner);
    const { assessment } = await assessmentOf(actor);
    const { revisions, names } = await inside(actor, (db) =>
      answerHistory(db, actor, assessment.slug, "identity.sign-in-strength.admins-phishing-resistant"),
    );
    expect(revisions.map(({ version, status, how }) => [version, status, how])).toEqual([
      [4, "met", "sample"],
      [3, "partly", "sample"],
      [2, "partly", "sample"],
      [1, "not-met", "sample"],
    ]);
    expect(revisions.map(({ changedBy }) => names[changedBy])).toEqual([
      "help desk lead",
      "identity engineer",
      "identity engineer",
      "identity engineer",
    ]);
    const accounts = await withClient(database.ownerUrl, (client) =>
      client.query("SELECT FROM users WHERE id = ANY($1)", [Object.values(SAMPLE_PEOPLE)]),
    );
    expect(accounts.rowCount).toBe(0);
  });

  it("has three snapshots whose hashes hold, and shows who took them", async () => {
    const actor = await inSample(owner);
    const { assessment } = await assessmentOf(actor);
    const [summaries, rows] = await inside(actor, async (db) => [
      await listSnapshots(db, assessment.id),
      await db.snapshot.findMany({ orderBy: { asOf: "asc" } }),
    ]);
    expect(summaries.map(({ overall, takenBy }) => [overall?.low.toFixed(2), takenBy])).toEqual([
      ["1.70", "CISO"],
      ["1.55", "CISO"],
      ["1.41", "CISO"],
    ]);
    for (const { file, scores, hash } of rows) expect(snapshotHash(file, scores)).toBe(hash);
  });

  it("has a plan in progress, an audit entry, and a last change some days ago", async () => {
    const actor = await inSample(owner);
    const { assessment } = await assessmentOf(actor);
    const plan = await inside(actor, (db) => readPlan(db, assessment));
    expect(plan.settings).toMatchObject({ capacity: 120, quarters: 10 });
    expect(new Set(plan.items.map(({ state }) => state))).toEqual(new Set(["done", "in-progress", "open", "dropped"]));
    expect(plan.changed?.by).toBe("CISO");
    const [summary] = await inside(actor, (db) => listAssessments(db, actor));
    expect(Object.values(SAMPLE_PEOPLE).map((id) => sampleName(id))).toContain(summary?.lastChange?.by);
    const entries = await inside(actor, (db) => db.auditEntry.findMany({ orderBy: { seq: "asc" } }));
    expect(verifyChain(actor.organizationId, entries)).toEqual({ whole: true, length: 1 });
    expect(entries[0]?.payload).toContain("sample.load");
  });

  it("leaves something to review that is not one's own", async () => {
    const actor = await inSample(owner);
    const { assessment, answerRows } = await assessmentOf(actor);
    const criterion = "apps.ai-agents.grave-actions-wait";
    const waiting = answerRows.get(criterion);
    expect(waiting).toMatchObject({ status: "not-applicable", acceptedBy: null });
    const input = { criterion, base: waiting?.version ?? 0, verdict: "accept" as const };
    const accepted = await inside(actor, (db) => reviewNotApplicable(db, actor, assessment.slug, input, () => {}));
    expect(accepted.acceptedBy).toBe(owner.userId);
  });

  it("gives the same organization the second time, and to two clicks at once", async () => {
    const person = await makeActor(database, "own-organization", "owner");
    const [one, two] = await Promise.all([load(person), load(person)]);
    expect(two.slug).toBe(one.slug);
    expect([one.added, two.added].sort()).toEqual([false, true]);
    expect(await load(person)).toEqual({ slug: one.slug, added: false });
    expect((await organizationsOf(person.userId)).filter(({ sample }) => sample)).toHaveLength(1);
  });

  it("gives each person one of their own, that the other can't see", async () => {
    const other = await makeActor(database, "other-organization", "owner");
    const [mine, theirs] = [await load(owner), await load(other)];
    expect(mine.slug).not.toBe(theirs.slug);
    expect((await organizationsOf(owner.userId)).map(({ slug }) => slug)).not.toContain(theirs.slug);
  });

  it("is refused to people who may not add organizations, and leaves nothing", async () => {
    const viewer = await makeActor(database, "own-organization", "viewer");
    await expect(load(viewer)).rejects.toMatchObject({ kind: "forbidden" });
    expect((await organizationsOf(viewer.userId)).filter(({ sample }) => sample)).toEqual([]);
  });
});

describe("removing the sample", () => {
  it("leaves nothing of it, and it can be loaded again", async () => {
    owner = await makeActor(database, "removing", "owner");
    const actor = await inSample(owner);
    const before = await rowCounts(actor.organizationId);
    expect(Object.entries(before).filter(([, count]) => count === 0)).toEqual([["audit_details", 0]]);
    expect(before.answers).toBeGreaterThan(400);

    await inside(actor, (db) => deleteOrganization(db, actor, actor.organizationSlug));
    const after = await rowCounts(actor.organizationId);
    expect(Object.values(after).every((count) => count === 0)).toBe(true);
    expect((await organizationsOf(owner.userId)).map(({ slug }) => slug)).toEqual(["removing"]);
    expect((await load(owner)).added).toBe(true);
  });
});

describe("an empty installation in development", () => {
  it("gets an account with the sample once", async () => {
    await disconnect();
    const empty = await openTestDatabase();
    try {
      expect(await firstOwner(empty.ownerUrl)).toBeUndefined();
      const developer = await ensureDevelopmentSample(empty.ownerUrl, inject("secret"));
      expect(developer?.email).toBe("dev@example.org");
      expect(developer?.password.length).toBeGreaterThan(20);
      const first = await firstOwner(empty.ownerUrl);
      expect(first?.email).toBe("dev@example.org");
      const names = (await organizationsOf(first?.userId ?? "")).map(({ name, sample }) => [name, sample]);
      expect(names).toEqual([
        ["Development", false],
        [NAME, true],
      ]);
      expect(await ensureDevelopmentSample(empty.ownerUrl, inject("secret"))).toBeUndefined();
    } finally {
      await empty.drop();
    }
  });
});

/** The same file with each answer's evidence in one order, for comparison. */
function sorted<
  T extends {
    readonly answers: readonly { readonly evidence?: readonly { readonly date: string; readonly title: string }[] }[];
  },
>(file: T): T {
  const answers = file.answers.map((answer) => ({
    ...answer,
    ...(answer.evidence
      ? { evidence: [...answer.evidence].sort((a, b) => `${a.date} ${a.title}`.localeCompare(`${b.date} ${b.title}`)) }
      : {}),
  }));
  return { ...file, answers };
}
