import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "../../lib/server/access/roles";
import { beginSession } from "../../lib/server/access/sign-in";
import { continueAnywhere } from "../../lib/server/assessments/continue-anywhere";
import { createAssessment } from "../../lib/server/assessments/create-assessment";
import { listAssessments } from "../../lib/server/assessments/list-assessments";
import { saveAnswers, saveAnswersSchema } from "../../lib/server/assessments/save-answers";
import { tellPresence } from "../../lib/server/live/tell-presence";
import { removeMember } from "../../lib/server/people/remove-member";
import { withOrganization, withPerson } from "../../lib/server/platform/database/client";
import { withClient } from "../../lib/server/platform/database/prepare";
import { hashToken } from "../../lib/server/platform/secrets";
import { makeActor, openTestDatabase, type TestDatabase } from "../support/database";

const GUESTS = "identity.guests-and-partners";

let database: TestDatabase;
let owner: Actor;
let colleague: Actor;
const slugs: string[] = [];
const tokens = new Map<Actor, Buffer>();

beforeAll(async () => {
  database = await openTestDatabase();
  owner = await makeActor(database, "on-and-on", "owner");
  colleague = await makeActor(database, "on-and-on", "consultant");
  for (const name of ["Older", "Newer"]) {
    const made = await withOrganization(owner, (db) =>
      createAssessment(db, owner, { name, scope: "Group", profile: {}, sizes: {} }, () => {}),
    );
    slugs.push(made.slug);
  }
  for (const actor of [owner, colleague]) {
    tokens.set(actor, hashToken(await beginSession(actor.userId, "password", { address: "127.0.0.1", agent: "test" })));
  }
});
afterAll(() => database.drop());

const at = (actor: Actor, slug = slugs[0] ?? "") => ({
  tokenHash: tokens.get(actor) ?? Buffer.alloc(0),
  organization: actor.organizationSlug,
  assessment: slug,
});
const rows = (actor: Actor) => withOrganization(actor, (db) => listAssessments(db, actor));
const answer = (actor: Actor, criterion: string) =>
  saveAnswers(
    { ...at(actor), address: "127.0.0.1" },
    saveAnswersSchema.parse({ changes: [{ criterion, base: 0, status: "met" }] }),
  );
const session = (actor: Actor) => ({ ...actor, sessionId: "", organization: null });

it("begins at the very first criterion for who has been nowhere", async () => {
  for (const row of await rows(owner)) expect(row).toMatchObject({ last: false, next: { number: 1 } });
  expect(await continueAnywhere(session(owner))).toBeNull();
});

it("leads each person to the criterion after their own last one, on the topic that they were on", async () => {
  await tellPresence(at(owner), { tab: "one", place: GUESTS });
  await tellPresence(at(owner), { tab: "one", place: null });
  await tellPresence(at(owner), { tab: "one", place: "gone" });
  const [first] = (await rows(owner)).filter(({ last }) => last);
  expect(first).toMatchObject({ slug: slugs[0], next: { topic: GUESTS, number: 1 } });

  await answer(owner, first?.next?.criterion ?? "");
  const then = (await rows(owner)).find(({ last }) => last);
  expect(then?.next).toMatchObject({ topic: GUESTS, number: 2 });
  expect((await rows(colleague)).some(({ last }) => last)).toBe(false);

  await tellPresence(at(colleague, slugs[1]), { tab: "two", place: "network.admission" });
  expect((await rows(colleague)).find(({ last }) => last)).toMatchObject({
    slug: slugs[1],
    next: { topic: "network.admission" },
  });
  expect(await continueAnywhere(session(owner))).toMatchObject({
    organization: owner.organizationSlug,
    slug: slugs[0],
    known: 1,
    next: { topic: GUESTS, number: 2 },
  });
});

it("shows nobody where somebody else was", async () => {
  const count = (actor: Actor) => withOrganization(actor, (db) => db.lastPlace.count());
  expect([await count(owner), await count(colleague)]).toEqual([1, 1]);
  expect(await withPerson(owner.userId, (db) => db.lastPlace.findMany())).toHaveLength(1);
});

it("goes with the membership, and doesn't come back with a new one", async () => {
  const leaver = await makeActor(database, "on-and-on", "consultant");
  tokens.set(leaver, hashToken(await beginSession(leaver.userId, "password", { address: "127.0.0.1", agent: "test" })));
  await tellPresence(at(leaver), { tab: "one", place: GUESTS });
  expect((await rows(leaver)).some(({ last }) => last)).toBe(true);
  await withOrganization(owner, (db) => removeMember(db, owner, leaver.userId, () => {}));
  await withClient(database.ownerUrl, async (client) => {
    const left = await client.query("SELECT 1 FROM last_places WHERE user_id = $1", [leaver.userId]);
    expect(left.rowCount).toBe(0);
  });
});

it("offers nothing in what is approved, and nothing to who doesn't answer", async () => {
  await withClient(database.ownerUrl, async (client) => {
    await client.query("UPDATE assessments SET state = 'approved' WHERE slug = $1", [slugs[0]]);
  });
  expect((await rows(owner)).map(({ slug, next }) => [slug, next !== null])).toEqual([
    [slugs[1], true],
    [slugs[0], false],
  ]);
  expect(await continueAnywhere(session(owner))).toBeNull();
  const viewer = { ...owner, role: "viewer" as const };
  for (const row of await rows(viewer)) expect(row.next).toBeNull();
});
