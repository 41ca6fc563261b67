import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyChain } from "../../lib/server/access/audit";
import type { Actor } from "../../lib/server/access/roles";
import { beginSession } from "../../lib/server/access/sign-in";
import { createAssessment } from "../../lib/server/assessments/create-assessment";
import { findAssessment } from "../../lib/server/assessments/find-assessment";
import { type SaveResult, saveAnswers, saveAnswersSchema } from "../../lib/server/assessments/save-answers";
import { withOrganization } from "../../lib/server/platform/database/client";
import { withClient } from "../../lib/server/platform/database/prepare";
import { hashToken } from "../../lib/server/platform/secrets";
import { makeActor, openTestDatabase, type TestDatabase } from "../support/database";

const CRITERION = "identity.sign-in-strength.second-factor-everywhere";
const CRITERION_AGAIN = "identity.entitlements.groups-reviewed";
const OTHER = "identity.sign-in-strength.no-legacy-protocols";

let database: TestDatabase;
let owner: Actor;
let assessment: { slug: string; id: string };

beforeAll(async () => {
  database = await openTestDatabase();
  owner = await makeActor(database, "saving", "owner");
  assessment = await withOrganization(owner, (db) =>
    createAssessment(db, owner, { name: "Round", scope: "Group", profile: {}, sizes: {} }, () => {}),
  );
});
afterAll(() => database.drop());

async function token(actor: Actor): Promise<Buffer> {
  return hashToken(await beginSession(actor.userId, "password", { address: "127.0.0.1", agent: "test" }));
}

async function save(
  actor: Actor,
  changes: readonly object[],
  how = "hand",
  slug = assessment.slug,
): Promise<readonly SaveResult[]> {
  const input = saveAnswersSchema.parse({ changes, how });
  return saveAnswers(
    { tokenHash: await token(actor), organization: actor.organizationSlug, assessment: slug, address: "127.0.0.1" },
    input,
  );
}

describe("a change whose acknowledgement was lost", () => {
  const third = "identity.sign-in-strength.admin-keys-in-hardware";
  const sent = { criterion: CRITERION_AGAIN, base: 0, status: "met", note: "said once", key: "device.1" };

  it("is known again, also after somebody else built on it; nothing is written twice", async () => {
    const [first] = await save(owner, [sent]);
    const [again] = await save(owner, [sent]);
    expect(first).toMatchObject({ result: "saved", current: { version: 1 } });
    expect(again).toMatchObject({ result: "saved", saved: 1, current: { version: 1 } });
    const colleague = await makeActor(database, "saving", "admin");
    await save(colleague, [{ criterion: CRITERION_AGAIN, base: 1, status: "not-met" }]);
    const [late] = await save(owner, [sent]);
    expect(late).toMatchObject({ result: "saved", saved: 1, current: { version: 2, status: "not-met" } });
    const where = { organizationId: owner.organizationId, assessmentId: assessment.id, criterion: CRITERION_AGAIN };
    expect(await withOrganization(owner, (db) => db.answerRevision.count({ where }))).toBe(2);
  });

  it("is a conflict as ever under another name, or from another person", async () => {
    const other = await makeActor(database, "saving", "admin");
    expect((await save(owner, [{ ...sent, key: "device.2" }]))[0]).toMatchObject({ result: "conflict" });
    expect((await save(other, [sent]))[0]).toMatchObject({ result: "conflict" });
  });

  it("is written once where it arrives twice at the same moment", async () => {
    const twice = { criterion: third, base: 0, status: "met", key: "device.3" };
    const both = await Promise.all([save(owner, [twice]), save(owner, [twice])]);
    for (const [result] of both) expect(result).toMatchObject({ result: "saved", current: { version: 1 } });
  });
});

describe("saving an answer", () => {
  it("keeps every version in the history and counts up", async () => {
    const [first] = await save(owner, [{ criterion: CRITERION, base: 0, status: "met" }]);
    const [second] = await save(owner, [
      {
        criterion: CRITERION,
        base: 1,
        status: "partly",
        coverage: 0.75,
        count: 3,
        population: 4,
        note: "three of four",
      },
    ]);
    expect(first).toMatchObject({ result: "saved", current: { status: "met", version: 1 } });
    expect(second).toMatchObject({
      result: "saved",
      current: { status: "partly", coverage: 0.75, count: 3, population: 4, note: "three of four", version: 2 },
    });
    const revisions = await withOrganization(owner, (db) =>
      db.answerRevision.findMany({ where: { criterion: CRITERION }, orderBy: { version: "asc" } }),
    );
    expect(revisions.map((row) => [row.version, row.status, row.changedBy])).toEqual([
      [1, "met", owner.userId],
      [2, "partly", owner.userId],
    ]);
  });

  it("keeps the note when only the answer changes", async () => {
    const [saved] = await save(owner, [{ criterion: CRITERION, base: 2, status: "met" }]);
    expect(saved?.current).toMatchObject({ note: "three of four", version: 3 });
  });

  it("tells who is late what stands, and changes nothing", async () => {
    const [late] = await save(owner, [{ criterion: CRITERION, base: 1, status: "not-met" }]);
    expect(late).toMatchObject({ result: "conflict", current: { status: "met", version: 3 } });
  });

  it("saves exactly one of two first answers that come at once", async () => {
    const results = await Promise.all(
      ["met", "not-met"].map((status) => save(owner, [{ criterion: OTHER, base: 0, status }])),
    );
    expect(
      results
        .flat()
        .map((result) => result.result)
        .sort(),
    ).toEqual(["conflict", "saved"]);
    expect(await withOrganization(owner, (db) => db.answerRevision.count({ where: { criterion: OTHER } }))).toBe(1);
  });

  it("counts versions without a gap under thirty writers", async () => {
    const criterion = "identity.sign-in-strength.admins-phishing-resistant";
    let saved = 0;
    await Promise.all(
      Array.from({ length: 30 }, async () => {
        for (let base = 0; ; ) {
          const [result] = await save(owner, [{ criterion, base, status: "unknown" }]);
          if (result?.result === "saved") break;
          base = result?.current?.version ?? 0;
        }
        saved += 1;
      }),
    );
    const revisions = await withOrganization(owner, (db) =>
      db.answerRevision.findMany({ where: { criterion }, orderBy: { version: "asc" } }),
    );
    expect(saved).toBe(30);
    expect(revisions.map((row) => row.version)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  });

  it("knows only criteria of the assessment's questionnaire version", async () => {
    expect(await save(owner, [{ criterion: "no.such.criterion", base: 0, status: "met" }])).toEqual([
      { criterion: "no.such.criterion", result: "not-found" },
    ]);
  });

  it("drops an acceptance of not applicable when the answer changes", async () => {
    const criterion = "identity.sign-in-strength.no-passwords";
    await save(owner, [{ criterion, base: 0, status: "not-applicable", reason: "no people" }]);
    await withClient(database.ownerUrl, (client) =>
      client.query("UPDATE answers SET accepted_by = $1, accepted_at = now() WHERE criterion = $2", [
        randomUUID(),
        criterion,
      ]),
    );
    const [same] = await save(owner, [{ criterion, base: 1, status: "not-applicable", reason: "no people" }]);
    const [other] = await save(owner, [{ criterion, base: 2, status: "not-applicable", reason: "nobody at all" }]);
    expect([same?.current?.accepted, other?.current?.accepted]).toEqual([true, false]);
  });
});

describe("who may save", () => {
  it.each(["viewer", "reviewer"] as const)("a %s may not", async (role) => {
    await expect(
      save(await makeActor(database, "saving", role), [{ criterion: CRITERION, base: 3, status: "met" }]),
    ).rejects.toMatchObject({ kind: "forbidden" });
  });

  it("a member of another organization finds nothing", async () => {
    const stranger = await makeActor(database, "elsewhere", "owner");
    await expect(
      save({ ...stranger, organizationSlug: "saving" }, [{ criterion: CRITERION, base: 3, status: "met" }]),
    ).rejects.toMatchObject({ kind: "not-found" });
  });

  it("an assessor only where the pillar is assigned", async () => {
    const assessor = await makeActor(database, "saving", "assessor");
    const criterion = "identity.sign-in-strength.staff-phishing-resistant";
    await expect(save(assessor, [{ criterion, base: 0, status: "met" }])).rejects.toMatchObject({ kind: "not-found" });
    await withOrganization(owner, (db) =>
      db.assignment.create({
        data: {
          organizationId: owner.organizationId,
          assessmentId: assessment.id,
          userId: assessor.userId,
          pillar: "network",
        },
      }),
    );
    expect(await save(assessor, [{ criterion, base: 0, status: "met" }])).toEqual([{ criterion, result: "not-found" }]);
    await withOrganization(owner, (db) =>
      db.assignment.create({
        data: {
          organizationId: owner.organizationId,
          assessmentId: assessment.id,
          userId: assessor.userId,
          pillar: "identity",
        },
      }),
    );
    expect(await save(assessor, [{ criterion, base: 0, status: "met" }])).toMatchObject([{ result: "saved" }]);
  });

  it("an assessor only in the assigned topic, and no longer once the work is handed back or returned", async () => {
    const assessor = await makeActor(database, "saving", "assessor");
    const key = {
      organizationId: owner.organizationId,
      assessmentId: assessment.id,
      userId: assessor.userId,
      pillar: "identity",
      topic: "identity.entitlements",
    };
    await withOrganization(owner, (db) => db.assignment.create({ data: key }));
    const changes = [
      { criterion: "identity.entitlements.unused-withdrawn", base: 0, status: "met" },
      { criterion: "identity.sign-in-strength.no-legacy-protocols", base: 0, status: "met" },
    ];
    expect(await save(assessor, changes)).toMatchObject([{ result: "saved" }, { result: "not-found" }]);
    const sees = () => withOrganization(assessor, (db) => findAssessment(db, assessor, assessment.slug));
    const put = (state: string) =>
      withOrganization(owner, (db) => db.assignment.updateMany({ where: key, data: { state } }));
    await put("handed-back");
    expect(await save(assessor, changes)).toMatchObject([{ result: "not-found" }, { result: "not-found" }]);
    await expect(sees()).resolves.toMatchObject({ id: assessment.id });
    await put("returned");
    await expect(save(assessor, changes)).rejects.toMatchObject({ kind: "not-found" });
    await expect(sees()).rejects.toMatchObject({ kind: "not-found" });
  });

  it("nobody with a session that was ended, is idle, or belongs to a suspended person", async () => {
    const person = await makeActor(database, "saving", "admin");
    const hash = await token(person);
    const attempt = () =>
      saveAnswers(
        { tokenHash: hash, organization: "saving", assessment: assessment.slug, address: "::1" },
        saveAnswersSchema.parse({ changes: [{ criterion: CRITERION, base: 99, status: "met" }] }),
      );
    expect(await attempt()).toMatchObject([{ result: "conflict" }]);
    for (const [harm, mend] of [
      [
        "UPDATE sessions SET revoked_at = now() WHERE token_hash = $1",
        "UPDATE sessions SET revoked_at = NULL WHERE token_hash = $1",
      ],
      [
        "UPDATE sessions SET last_seen_at = now() - interval '3 hours' WHERE token_hash = $1",
        "UPDATE sessions SET last_seen_at = now() WHERE token_hash = $1",
      ],
      [
        "UPDATE users SET suspended_at = now() WHERE id = (SELECT user_id FROM sessions WHERE token_hash = $1)",
        "UPDATE users SET suspended_at = NULL WHERE id = (SELECT user_id FROM sessions WHERE token_hash = $1)",
      ],
    ] as const) {
      await withClient(database.ownerUrl, (client) => client.query(harm, [hash]));
      await expect(attempt(), harm).rejects.toMatchObject({ kind: "unauthenticated" });
      await withClient(database.ownerUrl, (client) => client.query(mend, [hash]));
    }
    await withClient(database.ownerUrl, (client) =>
      client.query("UPDATE memberships SET expires_at = now() WHERE user_id = $1", [person.userId]),
    );
    await expect(attempt()).rejects.toMatchObject({ kind: "not-found" });
  });

  it("nobody once the assessment is approved", async () => {
    const approved = await withOrganization(owner, (db) =>
      createAssessment(db, owner, { name: "Done", scope: "Group", profile: {}, sizes: {} }, () => {}),
    );
    await withOrganization(owner, (db) =>
      db.assessment.updateMany({ where: { id: approved.id }, data: { state: "approved" } }),
    );
    await expect(
      save(owner, [{ criterion: CRITERION, base: 0, status: "met" }], "hand", approved.slug),
    ).rejects.toMatchObject({ kind: "conflict" });
  });
});

describe("the audit chain", () => {
  const links = () =>
    withClient(database.ownerUrl, async (client) => {
      const { rows } = await client.query<{ seq: string; payload: string; previous: Buffer; hash: Buffer }>(
        "SELECT seq, payload, previous, hash FROM audit_entries WHERE organization_id = $1 ORDER BY seq",
        [owner.organizationId],
      );
      return rows.map((row) => ({ ...row, seq: BigInt(row.seq) }));
    });

  it("is whole after all of the above, and holds no word of an answer", async () => {
    const chain = await links();
    expect(verifyChain(owner.organizationId, chain)).toEqual({ whole: true, length: chain.length });
    expect(chain.length).toBeGreaterThan(30);
    expect(chain.map((link) => link.payload).join("\n")).not.toMatch(/three of four|"met"|partly/);
  });

  it("names the first link that was changed, taken out or put in", async () => {
    const chain = await links();
    const changed = chain.map((link, index) =>
      index === 4 ? { ...link, payload: link.payload.replace("answers.save", "answers.sane") } : link,
    );
    expect(verifyChain(owner.organizationId, changed)).toMatchObject({ whole: false, brokenAt: 5n });
    expect(verifyChain(owner.organizationId, chain.toSpliced(2, 1))).toMatchObject({ whole: false, brokenAt: 3n });
    expect(verifyChain(owner.organizationId, chain.toSpliced(2, 0, ...chain.slice(1, 2)))).toMatchObject({
      whole: false,
      brokenAt: 3n,
    });
  });

  it("stays whole when the words beside it are deleted for privacy", async () => {
    await withClient(database.ownerUrl, (client) =>
      client.query("DELETE FROM audit_details WHERE organization_id = $1", [owner.organizationId]),
    );
    expect(verifyChain(owner.organizationId, await links())).toMatchObject({ whole: true });
  });
});
