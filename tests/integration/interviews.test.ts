import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { saidInput } from "../../lib/core/said/said";
import type { AuditNote } from "../../lib/server/access/audit";
import type { Actor } from "../../lib/server/access/roles";
import { createAssessment } from "../../lib/server/assessments/create-assessment";
import { askInterview, askSchema, revokeInterview } from "../../lib/server/interviews/ask";
import { changeInterview, withInterview } from "../../lib/server/interviews/open-interview";
import { readGuestInterview } from "../../lib/server/interviews/read-guest-interview";
import { readInterviews } from "../../lib/server/interviews/read-interviews";
import { finishInterview, say } from "../../lib/server/interviews/say";
import { withOrganization } from "../../lib/server/platform/database/client";
import { withClient } from "../../lib/server/platform/database/prepare";
import { makeActor, openTestDatabase, type TestDatabase } from "../support/database";

const TOPIC = "identity.sign-in-strength";
const CRITERION = "identity.sign-in-strength.second-factor-everywhere";
const FOREIGN = "network.segmentation";

let database: TestDatabase;
let owner: Actor;
let slug: string;
let token: string;
let count = 0;

const notes: AuditNote[] = [];
const audit = (note: AuditNote) => notes.push(note);

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  notes.length = 0;
  owner = await makeActor(database, `interview-${count++}`, "owner");
  ({ slug } = await withOrganization(owner, (db) =>
    createAssessment(db, owner, { name: "Round", scope: "Group", profile: {}, sizes: {} }, () => {}),
  ));
  token = await ask([TOPIC]);
});

async function ask(topics: readonly string[]): Promise<string> {
  const input = askSchema.parse({ person: "Directory engineer", topics, days: 14 });
  const { path } = await withOrganization(owner, (db) => askInterview(db, owner, slug, input, audit));
  return path.replace("/interview/", "");
}

const read = () => withInterview(token, readGuestInterview);
const said = (sequence: number, answer: object | null, criterion = CRITERION, note = "") =>
  withInterview(token, (db, guest) =>
    say(db, guest, saidInput.parse({ said: [{ criterion, sequence, answer, note }] }), audit),
  );
const team = () => withOrganization(owner, (db) => readInterviews(db, owner, slug));

describe("an interview link", () => {
  it("shows its own topics and nothing else of the organization", async () => {
    const interview = await read();
    expect(interview?.topics.map(({ id }) => id)).toEqual([TOPIC]);
    expect(interview).toMatchObject({ person: "Directory engineer", said: {}, finished: false });
    expect(JSON.stringify(interview)).not.toContain(FOREIGN);
  });

  it("refuses a criterion that it doesn't ask, and keeps nothing of that request", async () => {
    const other = `${FOREIGN}.anything`;
    const both = withInterview(token, (db, guest) =>
      say(
        db,
        guest,
        saidInput.parse({
          said: [
            { criterion: CRITERION, sequence: 1, answer: { status: "met" }, note: "" },
            { criterion: other, sequence: 2, answer: { status: "met" }, note: "" },
          ],
        }),
        audit,
      ),
    );
    await expect(both).rejects.toMatchObject({ kind: "invalid", fields: [{ path: "said.1.criterion" }] });
    expect((await read())?.said).toEqual({});
  });

  it("keeps the latest by the device's own count, however requests arrive", async () => {
    await said(2, { status: "not-met" });
    await said(1, { status: "met" });
    await said(2, { status: "not-met" });
    expect((await read())?.said[CRITERION]).toMatchObject({ answer: { status: "not-met" }, sequence: 2 });
    await said(3, null);
    expect((await read())?.said[CRITERION]).toMatchObject({ answer: null });
  });

  it("tells the device what stands of what it didn't take", async () => {
    expect(await said(5, { status: "met" }, CRITERION, "seen in the console")).toEqual({ kept: 1, standing: [] });
    expect(await said(1, { status: "not-met" })).toEqual({
      kept: 0,
      standing: [{ criterion: CRITERION, answer: { status: "met" }, note: "seen in the console", sequence: 5 }],
    });
    expect(await said(6, { status: "not-met" })).toEqual({ kept: 1, standing: [] });
  });

  it("keeps all of a request in one statement, of a criterion that comes twice the newest", async () => {
    const criteria = (await read())?.topics.flatMap((topic) => topic.criteria.map(({ id }) => id)) ?? [];
    const entry = (criterion: string, sequence: number, status: string) => ({
      criterion,
      sequence,
      answer: { status },
      note: "a secret word",
    });
    const all = [...criteria.map((id) => entry(id, 1, "met")), entry(CRITERION, 2, "not-met")];
    const sent = withInterview(token, async (db, guest) => {
      let statements = 0;
      const counting = new Proxy(db, {
        get: (target, name, self) => {
          if (name === "$queryRaw" || name === "interviewAnswer") statements += 1;
          return Reflect.get(target, name, self);
        },
      });
      const kept = await say(counting, guest, saidInput.parse({ said: all }), audit);
      return { ...kept, statements };
    });
    // The other holds the interview.
    expect(await sent).toEqual({ kept: criteria.length, standing: [], statements: 2 });
    const now = (await read())?.said ?? {};
    expect(Object.keys(now).sort()).toEqual([...criteria].sort());
    expect(now[CRITERION]).toMatchObject({ answer: { status: "not-met" }, sequence: 2 });
    expect(JSON.stringify(notes.at(-1))).not.toMatch(/secret/);
    expect(JSON.stringify(notes.at(-1)).length).toBeLessThan(2_500);
  });

  it("takes so many changes in a quarter of an hour, and is read all the same", async () => {
    expect(await changeInterview(token, async () => "taken")).toBe("taken");
    await withClient(database.ownerUrl, (client) =>
      client.query("UPDATE throttles SET failures = 1000000 WHERE key LIKE 'interview:%'"),
    );
    let ran = false;
    const refused = changeInterview(token, async () => {
      ran = true;
    });
    await expect(refused).rejects.toMatchObject({ kind: "too-many" });
    expect(ran).toBe(false);
    expect(await read()).not.toBeNull();
    const other = await ask([TOPIC]);
    expect(await changeInterview(other, async () => "taken")).toBe("taken");
  });

  it("takes nothing that comes while its answers are being handed in", async () => {
    await said(1, { status: "met" });
    let late: Promise<unknown> = Promise.resolve();
    await withInterview(token, async (db, guest) => {
      await finishInterview(db, guest, audit);
      late = said(2, { status: "not-met" }).catch((error: unknown) => error);
      // It has begun, and waits.
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    expect(await late).toMatchObject({ kind: "conflict" });
    expect(await read()).toMatchObject({ finished: true, said: { [CRITERION]: { answer: { status: "met" } } } });
  });

  it("ends when it is taken back, expires, or its answers are handed in", async () => {
    await said(1, { status: "met" });
    await withInterview(token, (db, guest) => finishInterview(db, guest, audit));
    await expect(said(2, { status: "not-met" })).rejects.toMatchObject({ kind: "conflict" });
    expect(await read()).toMatchObject({ finished: true });
    const [row] = (await team()).interviews;
    await withOrganization(owner, (db) => revokeInterview(db, owner, { slug, id: row?.id ?? "" }, audit));
    expect(await read()).toBeNull();

    token = await ask([TOPIC]);
    await withClient(database.ownerUrl, (client) =>
      client.query("UPDATE interviews SET expires_at = now() - interval '1 second'"),
    );
    expect(await read()).toBeNull();
    expect(await withInterview("no-such-token", readGuestInterview)).toBeNull();
  });

  it("is seen by the team beside the assessment, and isn't scored by itself", async () => {
    await said(1, { status: "met" }, CRITERION, "seen in the console");
    const { interviews, groups } = await team();
    expect(interviews).toMatchObject([
      {
        state: "waiting",
        answered: 1,
        comparison: [
          { criterion: CRITERION, said: { status: "met" }, held: null, standing: "new", note: "seen in the console" },
        ],
      },
    ]);
    expect(groups[0]?.open).toBeGreaterThan(0);
    const answers = await withOrganization(owner, (db) => db.answer.count());
    expect(answers).toBe(0);
  });

  it("notes who asked, and which questions were answered; the words stay with the interview", async () => {
    await said(1, { status: "met" }, CRITERION, "a secret word");
    expect(notes.map(({ action }) => action)).toEqual(["interview.ask", "interview.answer"]);
    expect(JSON.stringify(notes.map(({ facts }) => facts))).not.toMatch(/secret|Directory engineer/);
    expect(notes.at(-1)).toMatchObject({ facts: { answers: 1, criteria: [CRITERION] } });
    expect(notes.at(-1)?.values).toBeUndefined();
    notes.length = 0;
    await said(1, { status: "met" });
    expect(notes).toEqual([]);
  });
});
