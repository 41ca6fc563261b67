import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { changeAnswers, pick, settleConflict, typeNote, undo } from "../../components/walk/store/answer-actions";
import type { Answer } from "../../lib/core/scoring/types";
import { answersNow } from "../../lib/core/walk/answering";
import type { Actor } from "../../lib/server/access/roles";
import { createAssessment } from "../../lib/server/assessments/create-assessment";
import { readWalk } from "../../lib/server/assessments/read-walk";
import { withOrganization } from "../../lib/server/platform/database/client";
import { type AppServer, startApp } from "../support/app-server";
import { makeActor, openTestDatabase, type TestDatabase } from "../support/database";
import { type FaultyClient, installClients, openClient } from "../support/faulty-client";
import { type Random, randomFrom } from "../support/random";
import { sessionCookie } from "../support/signed-in";

/** The long form: PLUMBLINE_ACTIONS=1000, and any PLUMBLINE_SEED. */
const ACTIONS = Number(process.env.PLUMBLINE_ACTIONS || 200);
const SEED = Number(process.env.PLUMBLINE_SEED || 20261128);
/** A machine under load takes its time; what is stuck stays stuck. */
const SETTLED_WITHIN_MS = 90_000;
/** Few criteria, so that the three meet on them. */
const CONTESTED = 8;

let database: TestDatabase;
let app: AppServer;
let slug: string;
let people: Actor[];
const environment = () => ({ DATABASE_URL: database.ownerUrl, PLUMBLINE_SECRET: inject("secret") });

beforeAll(async () => {
  database = await openTestDatabase();
  people = [];
  for (const role of ["owner", "admin", "consultant"] as const) people.push(await makeActor(database, "three", role));
  const [owner] = people;
  if (!owner) throw new Error("nobody");
  const made = await withOrganization(owner, (db) =>
    createAssessment(db, owner, { name: "Round", scope: "Group", profile: {}, sizes: {} }, () => {}),
  );
  slug = made.slug;
  app = await startApp({ environment: environment() });
});
afterAll(async () => {
  await app.stop();
  await database.drop();
});

const walkOf = async (actor: Actor) => (await withOrganization(actor, (db) => readWalk(db, actor, slug))).data;

it(`three clients agree with the database after ${ACTIONS} random actions with faults, and nothing acknowledged is missing (seed ${SEED})`, async () => {
  installClients();
  const random = randomFrom(SEED);
  let faults = true;
  const clients: FaultyClient[] = [];
  const actorOf = new Map<FaultyClient, Actor>();
  for (const actor of people) {
    const cookie = await sessionCookie(actor.userId, inject("secret"));
    const client = openClient({ origin: app.origin, cookie, random, data: await walkOf(actor), faults: () => faults });
    clients.push(client);
    actorOf.set(client, actor);
  }

  let restart: Promise<void> = Promise.resolve();
  for (let step = 0; step < ACTIONS; step++) {
    const client = random.pick(clients);
    const actor = actorOf.get(client);
    if (!actor) throw new Error("nobody");
    if (step === Math.floor(ACTIONS / 2)) restart = restartApp();
    await act(client, () => walkOf(actor), random);
    expectNoConflictWithOneself(client);
    if (random.chance(0.5)) await new Promise((resolve) => setTimeout(resolve, random.below(30)));
  }
  await restart;

  faults = false;
  for (const client of clients) client.offline(false);
  await untilSettled(clients, random);
  for (const client of clients) await client.hear();

  const rows = await withOrganization(people[0] as Actor, (db) => db.answer.findMany());
  const stands = rows.map(({ criterion, version, status, note }) => ({ criterion, version, status, note }));
  for (const client of clients) {
    const { entries, conflicts, refusals, queue } = client.store().get().answering;
    expect([...refusals.values()].map(({ reason }) => reason)).toEqual([]);
    expect([conflicts.size, queue.items.length]).toEqual([0, 0]);
    expect(client.wentBack).toEqual([]);
    const seen = [...entries].map(([criterion, { version, answer, note }]) => ({
      criterion,
      version,
      status: answer?.status ?? null,
      note,
    }));
    expect(seen.sort(byCriterion)).toEqual([...stands].sort(byCriterion));
    expect(answersNow(client.store().get().answering).size).toBe(stands.filter(({ status }) => status !== null).length);
  }

  const revisions = await withOrganization(people[0] as Actor, (db) => db.answerRevision.findMany());
  const at = new Map(revisions.map((row) => [`${row.criterion}@${row.version}`, row]));
  const acknowledged = clients.flatMap((client) => client.acknowledged.map((one) => ({ ...one, by: client.person })));
  expect(acknowledged.length).toBeGreaterThan(ACTIONS / 8);
  for (const { criterion, version, status, note, by } of acknowledged) {
    expect(at.get(`${criterion}@${version}`)).toMatchObject({ status, note, changedBy: by });
  }
  const written = revisions.map(({ criterion, key }) => `${criterion} ${key}`);
  expect(written.length, "nothing was written twice").toBe(new Set(written).size);
  for (const client of clients) client.end();
}, 300_000);

const byCriterion = (a: { criterion: string }, b: { criterion: string }) => (a.criterion < b.criterion ? -1 : 1);

async function restartApp(): Promise<void> {
  const port = Number(new URL(app.origin).port);
  await app.stop();
  app = await startApp({ environment: environment(), port });
}

const ANSWERS: readonly (Answer | null)[] = [
  { status: "met" },
  { status: "not-met" },
  { status: "unknown" },
  { status: "partly", coverage: 0.5, count: 1, population: 2 },
  { status: "not-applicable", reason: "there is none", accepted: false },
  null,
];

/** One thing that a person, or what is around them, does. */
async function act(client: FaultyClient, data: () => ReturnType<typeof walkOf>, random: Random): Promise<void> {
  const store = client.store();
  const criteria = store.data.outline.pillars[0]?.topics.flatMap(({ criteria: all }) => all.map(({ id }) => id)) ?? [];
  const criterion = random.pick(criteria.slice(0, CONTESTED));
  const what = random.below(100);
  if (what < 45) {
    client.as(() => changeAnswers(store, "hand", [{ criterion, answer: random.pick(ANSWERS) }], null));
  } else if (what < 57) {
    client.as(() => typeNote(store, criterion, `note ${random.below(1_000)}`));
    if (random.chance(0.5)) client.nudge();
  } else if (what < 61) client.as(() => pick(store, 1 + random.below(3)));
  else if (what < 66) client.as(() => undo(store));
  else if (what < 76) settleSome(client, random);
  else if (what < 82) client.offline(true);
  else if (what < 90) client.offline(false);
  else if (what < 96) void client.hear();
  else client.reload(await data());
}

function settleSome(client: FaultyClient, random: Random): void {
  const store = client.store();
  for (const criterion of store.get().answering.conflicts.keys()) {
    client.as(() => settleConflict(store, criterion, random.pick(["mine", "theirs"])));
  }
}

/** Everybody has a page of their own here: whoever meets their own change meets an echo, not a conflict. */
function expectNoConflictWithOneself(client: FaultyClient): void {
  for (const { theirs } of client.store().get().answering.conflicts.values()) {
    expect(theirs.changedBy, "a conflict with oneself").not.toBe(client.person);
  }
}

function standing(client: FaultyClient) {
  const { answering, link } = client.store().get();
  const { items, inFlight } = answering.queue;
  return { link, inFlight, waiting: items.length, conflicts: answering.conflicts.size };
}

async function untilSettled(clients: readonly FaultyClient[], random: Random): Promise<void> {
  const ends = Date.now() + SETTLED_WITHIN_MS;
  const unsettled = () =>
    clients.filter((client) => {
      const { queue, conflicts } = client.store().get().answering;
      return queue.items.length > 0 || conflicts.size > 0;
    });
  while (unsettled().length > 0) {
    if (Date.now() > ends) throw new Error(`what waits is not sent: ${JSON.stringify(unsettled().map(standing))}`);
    for (const client of unsettled()) {
      expectNoConflictWithOneself(client);
      settleSome(client, random);
      client.nudge();
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
