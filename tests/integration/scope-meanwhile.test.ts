import { afterAll, beforeAll, expect, it } from "vitest";
import { meanwhileWords, standingOf } from "../../lib/core/walk/walk-data";
import type { Actor } from "../../lib/server/access/roles";
import { createAssessment } from "../../lib/server/assessments/create-assessment";
import { editAssessment, editAssessmentSchema } from "../../lib/server/assessments/edit-assessment";
import { readWalk } from "../../lib/server/assessments/read-walk";
import { readWalkData } from "../../lib/server/assessments/read-walk-data";
import { readNotice } from "../../lib/server/live/read-notice";
import { type ScopedDb, withOrganization } from "../../lib/server/platform/database/client";
import { withClient } from "../../lib/server/platform/database/prepare";
import { makeActor, openTestDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;
let owner: Actor;
let assessment: { id: string; slug: string };
const inside = <T>(run: (db: ScopedDb) => Promise<T>) => withOrganization(owner, run);

beforeAll(async () => {
  database = await openTestDatabase();
  owner = await makeActor(database, "scope", "owner");
  assessment = await inside((db) =>
    createAssessment(db, owner, { name: "Round", scope: "Group", profile: {}, sizes: {} }, () => {}),
  );
});
afterAll(() => database.drop());

/** Changes the assessment as its settings do, and hears what open pages are told of it. */
async function edit(change: object): Promise<unknown[]> {
  const told: unknown[] = [];
  await withClient(database.ownerUrl, async (listener) => {
    listener.on("notification", ({ payload }) => told.push(readNotice(payload ?? "")));
    await listener.query("LISTEN plumbline");
    await inside((db) => editAssessment(db, owner, assessment.slug, editAssessmentSchema.parse(change), () => {}));
    await expect.poll(async () => (await listener.query("SELECT 1 FROM outbox")).rowCount).toBe(0);
    await listener.query("SELECT 1");
  });
  return told;
}

const open = async () => (await inside((db) => readWalk(db, owner, assessment.slug))).data;
const again = () => inside((db) => readWalkData(db, owner, assessment.slug, undefined));

it("tells open walks that other topics count, and whoever comes back later finds that something changed", async () => {
  const opened = await open();
  const topics = opened.outline.pillars.flatMap((pillar) => pillar.topics);
  const topic = topics.find(({ condition }) => condition !== undefined);
  const fact = topic?.condition ?? "";

  expect(await edit({ profile: { [fact]: false } })).toEqual([
    { kind: "notice", assessment: assessment.id, notice: { topic: "content" } },
  ]);
  const now = await again();
  expect(now.state).not.toBe(opened.state);
  expect(now.standing.leftOut).toContain(topic?.id);
  expect(meanwhileWords(standingOf(opened), now.standing)).toBe("Scope changed meanwhile: other topics count now.");
  expect(now.standing).toEqual(standingOf(await open()));

  await edit({ profile: { [fact]: null } });
  expect(meanwhileWords(standingOf(opened), (await again()).standing)).toBeNull();
});

it("says nothing where the same topics count", async () => {
  const opened = await open();
  const hung = new Set(opened.outline.pillars.flatMap(({ topics }) => topics.map(({ condition }) => condition)));
  const idle = opened.outline.facts.find(({ id }) => !hung.has(id))?.id ?? "";
  await edit({ profile: { [idle]: false } });
  expect(meanwhileWords(standingOf(opened), (await again()).standing)).toBeNull();
  expect(await edit({ name: "Round of 2026" })).toEqual([]);
});
