import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { portfolioQuery } from "../../lib/core/portfolio/portfolio-query";
import type { Actor } from "../../lib/server/access/roles";
import { createAssessment } from "../../lib/server/assessments/create-assessment";
import { withOrganization, withPerson } from "../../lib/server/platform/database/client";
import { withClient } from "../../lib/server/platform/database/prepare";
import { readPortfolio } from "../../lib/server/portfolio/read-portfolio";
import { refreshRollup, refreshRollups, releaseBenchmark } from "../../lib/server/portfolio/refresh-rollups";
import { removeView, saveView, saveViewSchema } from "../../lib/server/portfolio/saved-views";
import { makeActor, openTestDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;
let owner: Actor;
let count = 0;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  owner = await makeActor(database, `client-${count++}`, "owner");
});

const sql = (text: string, values: unknown[] = []) =>
  withClient(database.ownerUrl, (client) => client.query(text, values));
const portfolio = (person: Actor, query: object = {}) => readPortfolio(person.userId, portfolioQuery.parse(query));
const names = async (person: Actor, query: object = {}) =>
  (await portfolio(person, query)).rows.map(({ name }) => name);

/** An assessment in which every criterion of the first pillar is met. */
async function assessed(actor: Actor, sizes: object = {}): Promise<string> {
  const { id } = await withOrganization(actor, (db) =>
    createAssessment(db, actor, { name: "Round", scope: "Group", profile: {}, sizes }, () => {}),
  );
  await sql(
    `INSERT INTO answers (organization_id, assessment_id, criterion, status, version, how, changed_by)
     SELECT $1, a.id, q.criterion, 'met', 1, 'hand', $2 FROM assessments a
       JOIN questionnaire_criteria q ON q.questionnaire = a.questionnaire AND q.version = a.version WHERE a.id = $3`,
    [actor.organizationId, actor.userId, id],
  );
  return id;
}

/** A member of several organizations with one role. */
async function joins(person: Actor, organizations: readonly Actor[], role: string, until?: string): Promise<void> {
  for (const { organizationId } of organizations) {
    await sql("INSERT INTO memberships (organization_id, user_id, role, expires_at) VALUES ($1, $2, $3, $4)", [
      organizationId,
      person.userId,
      role,
      until ?? null,
    ]);
  }
}

describe("the portfolio", () => {
  it("shows an organization before it has an assessment, and its level within a round after an answer", async () => {
    expect(await portfolio(owner)).toMatchObject({
      rows: [{ slug: owner.organizationSlug, assessment: null, low: null }],
    });
    const id = await assessed(owner);
    await refreshRollups();
    const [full] = (await portfolio(owner)).rows;
    expect(full).toMatchObject({ low: 3, high: 3, verified: 1, stage: "optimal", stale: false });
    expect(full?.answered).toBe(full?.inScope);
    await sql("UPDATE answers SET status = 'not-met' WHERE assessment_id = $1 AND criterion LIKE 'network.%'", [id]);
    await refreshRollups();
    expect((await portfolio(owner)).rows[0]).toMatchObject({ stage: "traditional" });
    expect((await portfolio(owner)).rows[0]?.low).toBeCloseTo((3 * 5 + 1) / 6, 9);
  });

  it("is reckoned anew on the day on which evidence expires", async () => {
    await assessed(owner);
    await refreshRollups();
    await sql("UPDATE rollups SET changes_on = current_date, low = 2 WHERE organization_id = $1", [
      owner.organizationId,
    ]);
    await refreshRollups();
    expect((await portfolio(owner)).rows[0]?.low).toBe(3);
  });

  it("takes up what an instance that ended has left", async () => {
    await assessed(owner);
    await refreshRollups();
    await sql("UPDATE rollups SET stale_since = now() - interval '2 minutes', low = 2 WHERE organization_id = $1", [
      owner.organizationId,
    ]);
    expect((await portfolio(owner)).rows[0]?.stale).toBe(true);
    await refreshRollups();
    expect((await portfolio(owner)).rows[0]).toMatchObject({ stale: false, low: 3 });
  });

  it("keeps the newest figures where two instances reckon the same organization", async () => {
    const id = await assessed(owner);
    await refreshRollups();
    // The other instance has claimed the row and writes; ours begins meanwhile, before what the other one counts was saved.
    await withClient(database.ownerUrl, async (other) => {
      await other.query("BEGIN");
      await other.query("SELECT FROM rollups WHERE organization_id = $1 FOR UPDATE", [owner.organizationId]);
      const ours = refreshRollup(owner.organizationId);
      await expect
        .poll(async () => (await sql("SELECT FROM pg_locks WHERE NOT granted")).rowCount, { timeout: 5_000 })
        .toBeGreaterThan(0);
      await sql("UPDATE answers SET status = 'not-met' WHERE assessment_id = $1", [id]);
      await other.query("UPDATE rollups SET low = 1 WHERE organization_id = $1", [owner.organizationId]);
      await other.query("COMMIT");
      await ours;
    });
    expect((await portfolio(owner)).rows[0]).toMatchObject({ low: 1, stale: false });
  });

  it("reckons the others where one organization can't be read, and leaves that one as out of date", async () => {
    const well = [owner, await makeActor(database, `client-${count++}`, "owner")];
    const broken = await makeActor(database, `client-${count++}`, "owner");
    for (const actor of [...well, broken]) await assessed(actor);
    await sql("UPDATE assessments SET profile = '[]' WHERE organization_id = $1", [broken.organizationId]);
    await refreshRollups();
    for (const actor of well) expect((await portfolio(actor)).rows[0]).toMatchObject({ low: 3, stale: false });
    expect((await portfolio(broken)).rows[0]).toMatchObject({ low: null, stale: true });
    await sql("UPDATE assessments SET profile = '{}' WHERE organization_id = $1", [broken.organizationId]);
    await refreshRollups();
    expect((await portfolio(broken)).rows[0]).toMatchObject({ low: 3, stale: false });
  });

  it("admits organizations of live memberships whose role reads results, and no others", async () => {
    const others = [
      await makeActor(database, `client-${count++}`, "owner"),
      await makeActor(database, `client-${count++}`, "owner"),
    ];
    const consultant = await makeActor(database, `client-${count++}`, "consultant");
    expect(await names(consultant)).toEqual([consultant.organizationName]);
    await joins(consultant, [others[0] as Actor], "consultant");
    await joins(consultant, [others[1] as Actor], "assessor");
    await joins(consultant, [owner], "viewer", "2020-01-01");
    expect(await names(consultant)).toEqual([consultant.organizationName, others[0]?.organizationName].sort());
    expect((await portfolio(consultant)).outside).toMatchObject([
      { slug: others[1]?.organizationSlug, role: "assessor" },
    ]);
  });

  it("gives no organization a row of another one", async () => {
    await makeActor(database, `client-${count++}`, "owner");
    const seen = await withOrganization(owner, (db) => db.rollup.findMany({ select: { organizationId: true } }));
    expect(seen).toEqual([{ organizationId: owner.organizationId }]);
    const stolen = await withPerson(owner.userId, (db) => db.rollup.updateMany({ data: { low: 3 } }));
    expect(stolen.count).toBe(0);
  });

  it("is narrowed by name as it is typed, by stage, by age and by what is due", async () => {
    await assessed(owner);
    await refreshRollups();
    await sql("UPDATE organizations SET name = '100%_sure' WHERE id = $1", [owner.organizationId]);
    expect(await names(owner, { q: "%_S" })).toEqual(["100%_sure"]);
    expect(await names(owner, { q: "100x" })).toEqual([]);
    expect(await names(owner, { stage: "3" })).toHaveLength(1);
    expect(await names(owner, { stage: "2" })).toHaveLength(0);
    expect(await names(owner, { quiet: "30" })).toHaveLength(0);
    expect(await names(owner, { due: "30" })).toHaveLength(0);
    await sql(
      "UPDATE rollups SET next_due = current_date + 20, last_change_at = now() - interval '40 days' WHERE organization_id = $1",
      [owner.organizationId],
    );
    expect(await names(owner, { quiet: "30" })).toHaveLength(1);
    expect(await names(owner, { due: "30" })).toHaveLength(1);
    expect(await names(owner, { due: "14" })).toHaveLength(0);
    expect(await names(owner, { sort: "nonsense; DROP TABLE rollups", page: "-1", stage: "x" })).toHaveLength(1);
  });

  it("goes on over pages in one order", async () => {
    const more: Actor[] = [];
    for (let i = 0; i < 30; i++) more.push(await makeActor(database, `page-${count++}`, "owner"));
    await joins(owner, more, "viewer");
    const first = await portfolio(owner, { sort: "level" });
    const second = await portfolio(owner, { sort: "level", page: 2 });
    expect([first.rows.length, first.more, second.rows.length, second.more]).toEqual([25, true, 6, false]);
    expect(new Set([...first.rows, ...second.rows].map(({ slug }) => slug)).size).toBe(31);
  });
});

describe("saved views", () => {
  const save = (person: Actor, name: string, query: string) =>
    withPerson(person.userId, (db) => saveView(db, person.userId, saveViewSchema.parse({ name, query })));

  it("keep what the portfolio knows, one of a name, for oneself", async () => {
    const other = await makeActor(database, `client-${count++}`, "owner");
    await save(owner, "Quiet ones", "quiet=90&sort=changed&evil=1&page=7");
    const { id } = await save(owner, "Quiet ones", "quiet=180");
    expect((await portfolio(owner)).views).toEqual([{ id, name: "Quiet ones", query: "quiet=180" }]);
    expect((await portfolio(other)).views).toEqual([]);
    await expect(withPerson(other.userId, (db) => removeView(db, other.userId, id))).rejects.toMatchObject({
      kind: "not-found",
    });
    await withPerson(owner.userId, (db) => removeView(db, owner.userId, id));
    expect((await portfolio(owner)).views).toEqual([]);
  });
});

describe("the benchmark", () => {
  const release = async () => {
    await sql("DELETE FROM benchmark_releases");
    await sql("DELETE FROM benchmark_groups");
    await refreshRollups();
    await releaseBenchmark();
    return (await portfolio(owner)).benchmark;
  };

  const consents = (actor: Actor, days = 91) =>
    sql(
      "UPDATE organizations SET benchmark_consent = true, created_at = now() - make_interval(days => $2) WHERE id = $1",
      [actor.organizationId, days],
    );

  it("counts controllers, not organizations; ten at least; once a quarter", async () => {
    // Nine owners with an organization each, and a tenth with two: eleven organizations, ten controllers.
    const consenting: Actor[] = [];
    for (let i = 0; i < 11; i++) {
      const actor = await makeActor(database, `bench-${count++}`, "owner");
      await consents(actor);
      await sql(
        `UPDATE rollups SET low = $2, completeness = 0.9, industry = ' Insurance', people = 1200, questionnaire = 'zero-trust', stale_since = NULL
          WHERE organization_id = $1`,
        [actor.organizationId, 1 + i / 10],
      );
      consenting.push(actor);
    }
    await sql("DELETE FROM rollup_marks");
    const [first, second, third] = consenting as [Actor, Actor, Actor];
    await joins(first, [second], "owner");
    const groups = await release();
    expect(groups.map(({ industry, size, controllers }) => [industry, size, controllers])).toEqual([
      ["", "", 10],
      ["insurance", "", 10],
      ["insurance", "1,000 to 4,999", 10],
    ]);
    // The two count once with their mean, 1.05; the others are 1.2 to 2.0.
    expect(groups[0]).toMatchObject({ lowerQuartile: 1.3, median: 1.6, upperQuartile: 1.8 });

    // Nor does an organization count that is here for fewer than 90 days, as made for the purpose would be.
    await consents(first, 89);
    await consents(second, 89);
    expect(await release()).toEqual([]);
    await consents(first);
    await consents(second);
    expect(await release()).toHaveLength(3);

    // One more shared owner leaves nine: nothing comes out. In the same quarter nothing changes either way.
    await joins(second, [third], "owner");
    await refreshRollups();
    expect((await portfolio(owner)).benchmark).toHaveLength(3);
    expect(await release()).toEqual([]);
  });

  it("never pools own questionnaires that happen to share a name", async () => {
    for (let i = 0; i < 10; i++) {
      const actor = await makeActor(database, `own-${count++}`, "owner");
      await consents(actor);
      await sql(
        `UPDATE rollups SET low = 2, completeness = 0.9, industry = 'Energy', people = 90, questionnaire = $2, stale_since = NULL
          WHERE organization_id = $1`,
        [actor.organizationId, "own-controls"],
      );
    }
    await sql("DELETE FROM rollup_marks");
    expect(await release()).toEqual([]);
    // The same ten by a questionnaire that everybody has are a group.
    await sql("UPDATE rollups SET questionnaire = 'zero-trust' WHERE questionnaire = 'own-controls'");
    expect((await release()).map(({ industry, controllers }) => [industry, controllers])).toContainEqual([
      "energy",
      10,
    ]);
  });
});
