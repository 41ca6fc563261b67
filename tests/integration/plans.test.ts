import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AuditNote } from "../../lib/server/access/audit";
import type { Actor } from "../../lib/server/access/roles";
import { createAssessment } from "../../lib/server/assessments/create-assessment";
import { readAssessment } from "../../lib/server/assessments/read-assessment";
import { planInstance, readPlan } from "../../lib/server/plans/read-plan";
import { savePlanItem, savePlanItemSchema } from "../../lib/server/plans/save-plan-item";
import { savePlanSettings, savePlanSettingsSchema } from "../../lib/server/plans/save-plan-settings";
import { withOrganization } from "../../lib/server/platform/database/client";
import { withClient } from "../../lib/server/platform/database/prepare";
import { Problem } from "../../lib/server/platform/problem";
import { makeActor, openTestDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;
let owner: Actor;
let assessment: string;
const notes: AuditNote[] = [];
const audit = (note: AuditNote) => notes.push(note);

beforeAll(async () => {
  database = await openTestDatabase();
  owner = await makeActor(database, "plans-org", "owner");
});
afterAll(() => database.drop());

async function begin(name: string): Promise<void> {
  const input = { name, scope: "Group", profile: {}, sizes: {} };
  assessment = (await withOrganization(owner, (db) => createAssessment(db, owner, input, () => {}))).slug;
}

const settings = (base: number, parts: Partial<Parameters<typeof savePlanSettings>[3]> = {}) =>
  withOrganization(owner, (db) =>
    savePlanSettings(db, owner, assessment, { base, start: "2027-02-15", quarters: 8, capacity: 90, ...parts }, audit),
  );

const item = (initiative: string, input: Record<string, unknown>) =>
  withOrganization(owner, (db) =>
    savePlanItem(db, owner, { assessment, initiative }, savePlanItemSchema.parse(input), audit),
  );

const read = () =>
  withOrganization(owner, async (db) => {
    const state = await readAssessment(db, owner, assessment);
    const plan = await readPlan(db, state.assessment);
    return { plan, instance: planInstance(state, plan), initiatives: state.stored.questionnaire.initiatives };
  });

/** What a save was refused with. */
async function refusal(save: Promise<unknown>): Promise<Problem> {
  const thrown = await save.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(thrown instanceof Problem)) throw new Error(`not refused: ${String(thrown)}`);
  return thrown;
}

describe("a plan's settings", () => {
  it("are defaults until somebody saves some, from the quarter that the day lies in", async () => {
    await begin("Settings");
    const before = await read();
    expect(before.plan).toMatchObject({ settings: { quarters: 12, capacity: 120, version: 0 }, changed: null });

    notes.length = 0;
    expect(await settings(0)).toEqual({ start: "2027-01-01", quarters: 8, capacity: 90, rate: null, version: 1 });
    expect(await settings(1, { capacity: 100 })).toMatchObject({ capacity: 100, version: 2 });
    const after = await read();
    expect(after.plan.settings).toEqual({ start: "2027-01-01", quarters: 8, capacity: 100, rate: null, version: 2 });
    expect(after.plan.changed?.by).toBe(owner.name);
    expect(notes.map(({ action, facts }) => [action, facts?.capacity])).toEqual([
      ["plan.settings", 90],
      ["plan.settings", 100],
    ]);
  });

  it("keep the day rate until another one is named, and let it be taken away", async () => {
    await begin("Rate");
    const rate = { amount: 1150, currency: "EUR" };
    expect(await settings(0, { rate })).toMatchObject({ rate });
    expect(await settings(1, { capacity: 80 })).toMatchObject({ capacity: 80, rate });
    expect((await read()).plan.settings.rate).toEqual(rate);
    expect(await settings(2, { rate: null })).toMatchObject({ rate: null, version: 3 });
    expect(
      savePlanSettingsSchema.safeParse({
        base: 0,
        start: "2027-01-01",
        quarters: 8,
        capacity: 90,
        rate: { amount: 1, currency: "euro" },
      }).success,
    ).toBe(false);
  });

  it("are refused on another version, with the one that stands", async () => {
    await begin("Conflict");
    await settings(0);
    for (const base of [0, 7]) {
      const problem = await refusal(settings(base, { capacity: 10 }));
      expect(problem.kind).toBe("conflict");
      expect(problem.details.current).toEqual({
        start: "2027-01-01",
        quarters: 8,
        capacity: 90,
        rate: null,
        version: 1,
      });
    }
  });

  it("keep one of two changes that were made at once", async () => {
    await begin("Race");
    await settings(0);
    const results = await Promise.allSettled([settings(1, { capacity: 50 }), settings(1, { capacity: 60 })]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await read()).plan.settings.version).toBe(2);
  });
});

describe("what is decided of an initiative", () => {
  it("is kept as said, and makes the plan when it is the first", async () => {
    await begin("Items");
    const [first, second] = (await read()).initiatives;
    if (!first || !second) throw new Error("the questionnaire has no initiatives");
    notes.length = 0;
    const saved = await item(first.id, {
      base: 0,
      state: "in-progress",
      owner: "network team",
      startsOn: "2027-01-11",
    });
    expect(saved.settings).toMatchObject({ quarters: 12, version: 1 });
    expect(saved.item).toEqual({
      initiative: first.id,
      state: "in-progress",
      owner: "network team",
      startsOn: "2027-01-11",
      endsOn: null,
      note: "",
      version: 1,
    });
    await item(second.id, { base: 0, state: "dropped" });
    await item(first.id, { base: 1, state: "done", startsOn: "2027-01-11", endsOn: "2027-02-12", note: "Early." });

    const { plan, instance } = await read();
    expect(plan.items.map(({ initiative, state, version }) => [initiative, state, version]).sort()).toEqual(
      [
        [first.id, "done", 2],
        [second.id, "dropped", 1],
      ].sort(),
    );
    expect(instance.decisions.find(({ initiative }) => initiative === first.id)).toMatchObject({
      state: "done",
      startsOn: "2027-01-11",
      endsOn: "2027-02-12",
    });
    expect(notes[0]?.values).toEqual({ owner: "network team", note: "" });
    expect(JSON.stringify(notes.map(({ facts }) => facts))).not.toContain("network team");
  });

  it("is refused on another version, for an unknown initiative, and with an end before its start", async () => {
    await begin("Refused");
    const first = (await read()).initiatives[0]?.id ?? "";
    await item(first, { base: 0, state: "open", owner: "identity team" });
    const problem = await refusal(item(first, { base: 0, state: "done" }));
    expect(problem.details.current).toMatchObject({ state: "open", owner: "identity team", version: 1 });
    expect((await refusal(item("no.such", { base: 0, state: "done" }))).kind).toBe("not-found");
    const wrong = { base: 1, state: "open", startsOn: "2027-03-01", endsOn: "2027-02-01" };
    expect(savePlanItemSchema.safeParse(wrong).error?.issues[0]?.path).toEqual(["endsOn"]);
  });

  it("stays inside its organization", async () => {
    await begin("Inside");
    const first = (await read()).initiatives[0]?.id ?? "";
    await item(first, { base: 0, state: "done" });
    const stranger = await makeActor(database, "another-plans-org", "owner");
    const inside = assessment;
    await expect(
      withOrganization(stranger, (db) =>
        savePlanItem(
          db,
          stranger,
          { assessment: inside, initiative: first },
          savePlanItemSchema.parse({ base: 1, state: "open" }),
          audit,
        ),
      ),
    ).rejects.toMatchObject({ kind: "not-found" });
    const rows = await withClient(database.ownerUrl, (client) =>
      client.query<{ state: string }>(
        "SELECT i.state FROM plan_items i JOIN assessments a ON a.id = i.assessment_id WHERE a.slug = $1",
        [inside],
      ),
    );
    expect(rows.rows).toEqual([{ state: "done" }]);
  });
});
