import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AuditNote } from "../../lib/server/access/audit";
import type { Actor } from "../../lib/server/access/roles";
import { beginSession } from "../../lib/server/access/sign-in";
import { createAssessment } from "../../lib/server/assessments/create-assessment";
import { findEverywhere } from "../../lib/server/assessments/find-everywhere";
import { readWorkshop } from "../../lib/server/assessments/read-workshop";
import { decisionSchema, recordDecision } from "../../lib/server/assessments/record-decision";
import { saveAnswers, saveAnswersSchema } from "../../lib/server/assessments/save-answers";
import { findOrganizations } from "../../lib/server/organizations/find-organizations";
import { withOrganization } from "../../lib/server/platform/database/client";
import { withClient } from "../../lib/server/platform/database/prepare";
import { hashToken } from "../../lib/server/platform/secrets";
import { makeActor, openTestDatabase, type TestDatabase } from "../support/database";

const TOPIC = "identity.sign-in-strength";
const DECISION = {
  topic: TOPIC,
  present: ["Network engineer", "  Head of IT "],
  decision: "We count partners too.",
  seconds: 95,
};

let database: TestDatabase;
let owner: Actor;
let elsewhere: Actor;
let slug: string;
const notes: AuditNote[] = [];
const record = (actor: Actor, input: object) =>
  withOrganization(actor, (db) =>
    recordDecision(db, actor, slug, decisionSchema.parse({ ...DECISION, ...input }), (note) => notes.push(note)),
  );

beforeAll(async () => {
  database = await openTestDatabase();
  owner = await makeActor(database, "workshop", "owner");
  elsewhere = await makeActor(database, "elsewhere", "owner");
  const made = await withOrganization(owner, (db) =>
    createAssessment(db, owner, { name: "Round", scope: "Group", profile: {}, sizes: {} }, () => {}),
  );
  slug = made.slug;
});
afterAll(() => database.drop());

describe("what a workshop decides", () => {
  it("is kept with who was there, and nothing of its words goes to facts of the audit log", async () => {
    await record(owner, { dissent: "Too early, says finance." });
    await record(owner, { decision: "Only staff after all." });
    const { decisions, members, names } = await withOrganization(owner, (db) => readWorkshop(db, owner, slug, TOPIC));
    expect(decisions.map(({ decision }) => decision)).toEqual(["Only staff after all.", "We count partners too."]);
    expect(decisions[1]).toMatchObject({
      present: ["Network engineer", "Head of IT"],
      dissent: "Too early, says finance.",
      seconds: 95,
    });
    expect(members).toEqual([owner.name]);
    expect(names).toEqual({ [owner.userId]: owner.name });
    expect(notes[0]).toMatchObject({ action: "workshop.decide", facts: { topic: TOPIC, people: 2 } });
    expect(JSON.stringify(notes[0]?.facts)).not.toMatch(/partners|finance|engineer/);
  });

  it("can't be changed or taken away by the application", async () => {
    const { decisions } = await withOrganization(owner, (db) => readWorkshop(db, owner, slug, TOPIC));
    const id = decisions[0]?.id ?? "";
    for (const change of [
      (db: Parameters<Parameters<typeof withOrganization>[1]>[0]) =>
        db.workshopDecision.updateMany({ where: { id }, data: { decision: "Something else." } }),
      (db: Parameters<Parameters<typeof withOrganization>[1]>[0]) => db.workshopDecision.deleteMany({ where: { id } }),
    ]) {
      await expect(withOrganization(owner, change)).rejects.toThrow(/permission denied/);
    }
  });

  it("is refused for a topic that isn't there, for another organization, and once approved", async () => {
    await expect(record(owner, { topic: "identity.no-such" })).rejects.toMatchObject({ kind: "not-found" });
    await expect(record(elsewhere, {})).rejects.toMatchObject({ kind: "not-found" });
    await withClient(database.ownerUrl, (client) => client.query("UPDATE assessments SET state = 'approved'"));
    await expect(record(owner, {})).rejects.toMatchObject({ kind: "conflict" });
    await withClient(database.ownerUrl, (client) => client.query("UPDATE assessments SET state = 'draft'"));
  });

  it("says what is missing or too long", () => {
    const problem = (input: object) => decisionSchema.safeParse({ ...DECISION, ...input }).error?.issues[0]?.message;
    expect(problem({ present: [] })).toBe("Say who is in the room.");
    expect(problem({ decision: "  " })).toBe("Say what was decided.");
    expect(problem({ dissent: "x".repeat(100_000) })).toMatch(/at most 5,000/);
  });
});

describe("what the palette searches", () => {
  it("is what the member may see: own organizations and assessments, and the outline of one", async () => {
    const found = await withOrganization(owner, (db) => findEverywhere(db, owner, undefined));
    expect(found.organizations.map((one) => one.slug)).toEqual([owner.organizationSlug]);
    expect(found.assessments).toEqual([{ slug, name: "Round", scope: "Group" }]);
    expect(found.walk?.slug).toBe(slug);
    expect(found.walk?.outline.pillars).toHaveLength(6);
    const none = await withOrganization(elsewhere, (db) => findEverywhere(db, elsewhere, slug));
    expect(none).toMatchObject({ assessments: [], walk: null });
  });

  it("sends who works for many organizations the first of them, and finds the others by words of their names", async () => {
    const person = await makeActor(database, "client-00", "owner");
    await withClient(database.ownerUrl, async (client) => {
      await client.query(
        `WITH made AS (INSERT INTO organizations (slug, name) SELECT 'client-' || n, 'Café Client ' || n FROM generate_series(10, 69) n RETURNING id, slug)
         INSERT INTO memberships (organization_id, user_id, role, expires_at)
         SELECT id, $1, 'consultant', CASE WHEN slug = 'client-68' THEN now() - interval '1 day' END FROM made`,
        [person.userId],
      );
    });
    const found = await withOrganization(person, (db) => findEverywhere(db, person, undefined));
    expect(found.organizations).toHaveLength(50);
    expect(found.moreOrganizations).toBe(true);
    const slugs = async (words: string) =>
      (await findOrganizations(person.userId, words)).organizations.map(({ slug }) => slug);
    expect(found.organizations.map(({ slug }) => slug)).not.toContain("client-69");
    expect(await slugs("69 CAFE")).toEqual(["client-69"]);
    expect(await slugs("client-69")).toEqual([]);
    // Neither where access has ended nor where somebody else works.
    expect(await slugs("café 68")).toEqual([]);
    expect(await slugs(owner.organizationName)).toEqual([]);
    expect(await findOrganizations(owner.userId, "")).toMatchObject({ more: false });
  });
});

describe("notes of every kind", () => {
  it("come back as they were written, in every script, and a cut emoji stops nothing", async () => {
    const tokenHash = hashToken(await beginSession(owner.userId, "password", { address: "127.0.0.1", agent: "test" }));
    const where = { tokenHash, organization: owner.organizationSlug, assessment: slug, address: "127.0.0.1" };
    const criterion = `${TOPIC}.no-legacy-protocols`;
    const save = (note: string, base: number) =>
      saveAnswers(where, saveAnswersSchema.parse({ changes: [{ criterion, base, status: "met", note }] }));
    const mixed = "שלום 🔐 مرحبا 👩‍💻 e\u0301";
    expect((await save(mixed, 0))[0]).toMatchObject({ result: "saved", current: { note: mixed } });
    const cut = (await save(`${"🔐".slice(0, 1)} and \u0000 NUL`, 1))[0];
    expect(cut).toMatchObject({ result: "saved", current: { note: "\uFFFD and  NUL" } });
    const long = saveAnswersSchema.safeParse({
      changes: [{ criterion, base: 2, status: "met", note: "x".repeat(100_000) }],
    });
    expect(long.error?.issues[0]?.message).toBe("A note holds at most 20,000 characters.");
  });
});
