import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AuditNote } from "../../lib/server/access/audit";
import type { Actor } from "../../lib/server/access/roles";
import { beginSession } from "../../lib/server/access/sign-in";
import { answerHistory } from "../../lib/server/assessments/answer-history";
import { createAssessment } from "../../lib/server/assessments/create-assessment";
import { listSnapshots } from "../../lib/server/assessments/list-snapshots";
import { putException } from "../../lib/server/assessments/put-exception";
import { readDashboard } from "../../lib/server/assessments/read-dashboard";
import { readWalk } from "../../lib/server/assessments/read-walk";
import { readWalkData } from "../../lib/server/assessments/read-walk-data";
import { saveAnswers, saveAnswersSchema } from "../../lib/server/assessments/save-answers";
import { snapshotHash, takeSnapshot } from "../../lib/server/assessments/take-snapshot";
import { addEvidence } from "../../lib/server/evidence/add-evidence";
import { type ScopedDb, withOrganization } from "../../lib/server/platform/database/client";
import { withClient } from "../../lib/server/platform/database/prepare";
import { hashToken } from "../../lib/server/platform/secrets";
import { readReport } from "../../lib/server/reports/read-report";
import { approveAssessment } from "../../lib/server/reviews/approve-assessment";
import { askQuestion } from "../../lib/server/reviews/ask-question";
import { beginRound } from "../../lib/server/reviews/begin-round";
import { markReviewed } from "../../lib/server/reviews/mark-reviewed";
import { putFinding, putFindingSchema } from "../../lib/server/reviews/put-finding";
import { readResults } from "../../lib/server/reviews/read-results";
import { readReview } from "../../lib/server/reviews/read-review";
import { readReviewPage } from "../../lib/server/reviews/read-review-page";
import { replyToQuestion } from "../../lib/server/reviews/reply-to-question";
import { sendPillar, takePillarBack } from "../../lib/server/reviews/send-pillar";
import { settleQuestion } from "../../lib/server/reviews/settle-question";
import { signOffPillar } from "../../lib/server/reviews/sign-off-pillar";
import { makeActor, openTestDatabase, type TestDatabase } from "../support/database";

const CRITERION = "identity.sign-in-strength.second-factor-everywhere";
const OTHER = "identity.sign-in-strength.no-legacy-protocols";
const PILLARS = ["identity", "devices", "apps", "data", "network", "infrastructure"] as const;
const REPORT = { kind: "attestation", method: "examine", title: "Sign-in report", date: "2026-10-01" } as const;

let database: TestDatabase;
let owner: Actor;
let reviewer: Actor;
let consultant: Actor;
let slug: string;
const notes: AuditNote[] = [];
const audit = (note: AuditNote) => notes.push(note);
const refused = (kind: string) => expect.objectContaining({ kind });

beforeAll(async () => {
  database = await openTestDatabase();
  owner = await makeActor(database, "approving", "owner");
  reviewer = await makeActor(database, "approving", "reviewer");
  consultant = await makeActor(database, "approving", "consultant");
  slug = await begin(owner, "Round");
});
afterAll(() => database.drop());

async function begin(actor: Actor, name: string): Promise<string> {
  const made = await withOrganization(actor, (db) =>
    createAssessment(db, actor, { name, scope: "Group", profile: {}, sizes: {} }, () => {}),
  );
  return made.slug;
}

async function save(actor: Actor, change: object, how: string = "hand", assessment = slug) {
  const tokenHash = hashToken(await beginSession(actor.userId, "password", { address: "127.0.0.1", agent: "test" }));
  const where = { tokenHash, organization: actor.organizationSlug, assessment, address: "127.0.0.1" };
  const [saved] = await saveAnswers(where, saveAnswersSchema.parse({ changes: [change], how }));
  return saved;
}

const as = <T>(actor: Actor, run: (db: ScopedDb) => Promise<T>) => withOrganization(actor, run);
const printOf = async (actor: Actor, pillar: string, assessment = slug) =>
  (await as(actor, (db) => readReviewPage(db, actor, assessment))).prints.get(pillar) ?? "";
/** Signs a pillar off as it was seen; as it stands now where that isn't said. */
const signOff = async (actor: Actor, pillar: string, seen?: string) => {
  const print = seen ?? (await printOf(actor, pillar));
  return as(actor, (db) => signOffPillar(db, actor, { slug, pillar, print }, audit));
};
const send = (actor: Actor, pillar: string) => as(actor, (db) => sendPillar(db, actor, { slug, pillar }, audit));
const approve = (actor: Actor) => as(actor, (db) => approveAssessment(db, actor, slug, audit));
const review = (actor: Actor) => as(actor, (db) => readReview(db, actor, slug));
const stateOf = async (pillar: string) =>
  (await review(reviewer)).standings.find((one) => one.pillar === pillar)?.state;

describe("a question", () => {
  it("goes to who answered, is open until they reply, and in the queue until it is settled", async () => {
    await save(consultant, { criterion: CRITERION, base: 0, status: "met" });
    const ask = (actor: Actor) =>
      as(actor, (db) => askQuestion(db, actor, slug, { criterion: CRITERION, text: "Since when?" }, audit));
    const { id, askedOf } = await ask(reviewer);
    expect(askedOf).toBe(consultant.userId);
    const waits = async () => {
      const { queue, standings } = await review(reviewer);
      return [standings[0]?.remains.questions, queue.filter(({ kind }) => kind === "reply").length];
    };
    expect(await waits()).toEqual([1, 0]);
    const at = { slug, id };
    await as(consultant, (db) => replyToQuestion(db, consultant, at, { reply: "Since May." }, audit));
    expect(await waits()).toEqual([0, 1]);
    await as(reviewer, (db) => settleQuestion(db, reviewer, at, audit));
    expect(await waits()).toEqual([0, 0]);
    await expect(
      as(consultant, (db) => replyToQuestion(db, consultant, at, { reply: "Since June." }, audit)),
    ).rejects.toEqual(refused("conflict"));
  });
});

describe("a finding", () => {
  it("stands beside the claim, contradicts it where it differs, and changes no score", async () => {
    const before = (await as(owner, (db) => readWalk(db, owner, slug))).data;
    const found = { criterion: CRITERION, status: "partly", coverage: 0.4, method: "test", sample: "12 of 530" };
    const put = (actor: Actor) => as(actor, (db) => putFinding(db, actor, slug, putFindingSchema.parse(found), audit));
    expect(await put(reviewer)).toMatchObject({ status: "partly", coverage: 0.4, madeBy: reviewer.userId });
    await put(reviewer);
    const { queue, input } = await review(reviewer);
    expect(input.findings).toHaveLength(1);
    expect(queue[0]).toMatchObject({ kind: "contradiction", criterion: CRITERION });
    const { data } = await as(owner, (db) => readWalk(db, owner, slug));
    expect(data.answers).toEqual(before.answers);
    const { input: report } = await as(owner, (db) => readReport(db, owner, { slug }));
    expect(report.findings?.get(CRITERION)).toMatchObject([{ by: reviewer.name, method: "test" }]);
    expect(putFindingSchema.safeParse({ ...found, coverage: undefined }).success).toBe(false);
  });

  it("leaves the queue once a reviewer lets the claim stand, and comes back when the claim changes", async () => {
    const claim = async () =>
      (await review(reviewer)).queue.find(({ criterion, print }) => print && criterion === CRITERION);
    const print = (await claim())?.print ?? "";
    const mark = (actor: Actor) =>
      as(actor, (db) => markReviewed(db, actor, slug, { criterion: CRITERION, print }, audit));
    await mark(reviewer);
    expect(await claim()).toBeUndefined();
    await save(consultant, { criterion: CRITERION, base: 1, status: "partly", coverage: 0.8 });
    expect(await claim()).toMatchObject({ kind: "contradiction" });
  });
});

describe("a pillar", () => {
  it("is sent, taken back, and signed off only by who answered nothing in it", async () => {
    await expect(signOff(reviewer, "identity")).rejects.toEqual(refused("conflict"));
    await send(owner, "identity");
    expect(await stateOf("identity")).toBe("in-review");
    await expect(send(owner, "identity")).rejects.toEqual(refused("conflict"));
    await as(owner, (db) => takePillarBack(db, owner, { slug, pillar: "identity" }, audit));
    expect((await as(owner, (db) => readWalk(db, owner, slug))).data.assessment.state).toBe("draft");
    await send(owner, "identity");
    const seen = await printOf(reviewer, "identity");
    await save(owner, { criterion: OTHER, base: 0, status: "not-met" });
    await expect(signOff(reviewer, "identity", seen)).rejects.toEqual(refused("conflict"));
    expect(await stateOf("identity")).toBe("in-review");
    await expect(signOff(owner, "identity")).rejects.toEqual(refused("forbidden"));
    await expect(signOff(reviewer, "unheard-of")).rejects.toEqual(refused("not-found"));
    await signOff(reviewer, "identity");
    expect(await stateOf("identity")).toBe("signed-off");
    await expect(signOff(reviewer, "identity")).rejects.toEqual(refused("conflict"));
    const row = await as(owner, (db) => db.pillarReview.findFirst({ where: { pillar: "identity" } }));
    expect(row?.stated).toMatchObject({ stage: "traditional", remains: { questions: 0, exceptions: 0 } });
  });

  it("is reopened by a later change to an answer, by nothing else, and closed by the change back", async () => {
    await save(owner, { criterion: OTHER, base: 1, status: "not-met", note: "seen again" });
    await as(reviewer, (db) => askQuestion(db, reviewer, slug, { criterion: OTHER, text: "Sure?" }, audit));
    expect(await stateOf("identity")).toBe("signed-off");
    await save(owner, { criterion: OTHER, base: 2, status: "met" });
    const { standings } = await review(reviewer);
    expect(standings[0]).toMatchObject({ state: "reopened", changed: [OTHER] });
    await save(owner, { criterion: OTHER, base: 3, status: "not-met" });
    expect(await stateOf("identity")).toBe("signed-off");
  });
});

describe("the approval", () => {
  it("needs every pillar signed off as it stands, and somebody who answered nothing", async () => {
    await expect(approve(reviewer)).rejects.toEqual(refused("conflict"));
    for (const pillar of PILLARS.slice(1)) {
      await send(owner, pillar);
      await signOff(reviewer, pillar);
    }
    await save(owner, { criterion: OTHER, base: 4, status: "met" });
    await expect(approve(reviewer)).rejects.toEqual(refused("conflict"));
    await signOff(reviewer, "identity");
    await expect(approve(owner)).rejects.toEqual(refused("forbidden"));
  });

  it("waits for what is being saved, and refuses what is saved while it is under way", async () => {
    // The approval holds the assessment while a save has begun: the save waits, and is refused whole.
    const client = new pg.Client(database.ownerUrl);
    await client.connect();
    await client.query("BEGIN");
    await client.query("SELECT id FROM assessments WHERE slug = $1 FOR UPDATE", [slug]);
    const saving = expect(save(owner, { criterion: OTHER, base: 5, status: "not-met" })).rejects.toEqual(
      refused("conflict"),
    );
    await expect
      .poll(async () => (await client.query("SELECT 1 FROM pg_locks WHERE NOT granted")).rowCount, { timeout: 5_000 })
      .toBeGreaterThan(0);
    await client.query("UPDATE assessments SET state = 'approved' WHERE slug = $1", [slug]);
    await client.query("COMMIT");
    await saving;
    await client.query("UPDATE assessments SET state = 'in-review' WHERE slug = $1", [slug]);
    await client.end();
    const kept = await as(owner, (db) => db.answer.findFirst({ where: { criterion: OTHER } }));
    expect(kept).toMatchObject({ status: "met", version: 5 });
  });

  it("makes a snapshot that is the approval, and locks everything", async () => {
    const open = () => as(reviewer, (db) => readWalkData(db, reviewer, slug, []));
    const before = await open();
    const { id, hash } = await approve(reviewer);
    // An open walk that looks again sees it, also after a time without a connection.
    const after = await open();
    expect([before.standing.state === "approved", after.standing.state]).toEqual([false, "approved"]);
    expect(after.state).not.toBe(before.state);
    const row = await as(owner, (db) => db.snapshot.findFirst({ where: { id } }));
    expect(row).toMatchObject({ approvedRound: 1, selfApproved: false, takenBy: reviewer.userId });
    expect(snapshotHash(row?.file, row?.scores)).toBe(hash);
    await expect(save(owner, { criterion: OTHER, base: 5, status: "not-met" })).rejects.toEqual(refused("conflict"));
    await expect(
      as(owner, (db) =>
        addEvidence(db, owner, slug, { ...REPORT, criteria: [{ criterion: OTHER, verdict: "supports" }] }, audit),
      ),
    ).rejects.toEqual(refused("conflict"));
    const exception = { criterion: OTHER, owner: "CIO", reason: "plant", risk: "", expires: "2999-01-01" };
    await expect(as(owner, (db) => putException(db, owner, slug, exception, audit))).rejects.toEqual(
      refused("conflict"),
    );
    await expect(approve(reviewer)).rejects.toEqual(refused("conflict"));
    // Not even by a way that forgets to ask.
    await withClient(database.appUrl, async (client) => {
      await client.query("SELECT set_config('plumbline.organization', $1, false)", [owner.organizationId]);
      for (const sql of ["UPDATE findings SET note = 'x'", "DELETE FROM findings"]) {
        await expect(client.query(sql), sql).rejects.toMatchObject({ code: "PL001" });
      }
    });
  });

  it("is what dashboard, models and report speak of, whatever snapshots are taken later", async () => {
    await as(owner, (db) => takeSnapshot(db, owner, slug, { label: "Later" }, audit));
    const [later, approval] = await as(owner, async (db) => {
      const { id } = await db.assessment.findFirstOrThrow({ where: { slug } });
      return listSnapshots(db, id);
    });
    const { approval: said } = await as(owner, (db) => readDashboard(db, owner, { slug }));
    expect(said).toMatchObject({ by: reviewer.name, hash: approval?.hash, self: false });
    expect((await as(owner, (db) => readResults(db, owner, slug))).approval).toEqual(said);
    const provenance = async (snapshot?: string) =>
      (await as(owner, (db) => readReport(db, owner, { slug, snapshot }))).input.provenance;
    expect(await provenance()).toMatchObject({ kind: "approved", by: reviewer.name, hash: approval?.hash });
    expect(await provenance(later?.id)).toEqual({ kind: "draft" });
    expect(await provenance(approval?.id)).toMatchObject({ kind: "approved" });
  });
});

describe("the next round", () => {
  const reopen = (actor: Actor) => as(actor, (db) => beginRound(db, actor, slug, audit));
  const unconfirmed = async () => (await review(reviewer)).standings[0]?.remains.unconfirmed;

  it("begins with the last answers, each still to be confirmed, on the same assessment", async () => {
    expect(await reopen(reviewer)).toEqual({ round: 2 });
    await expect(reopen(reviewer)).rejects.toEqual(refused("conflict"));
    const { data } = await as(owner, (db) => readWalk(db, owner, slug));
    expect(data.assessment).toMatchObject({ state: "draft", round: 2 });
    expect(data.answers.map(({ criterion, status }) => [criterion, status]).sort()).toEqual(
      [
        [OTHER, "met"],
        [CRITERION, "partly"],
      ].sort(),
    );
    expect(await unconfirmed()).toBe(2);
    expect(await stateOf("identity")).toBe("in-progress");
    const report = await as(owner, (db) => readReport(db, owner, { slug }));
    expect(report.input.provenance).toEqual({ kind: "draft" });
  });

  it("takes “still true” as a version of its own that says nothing new, and only of what stands", async () => {
    expect(await save(owner, { criterion: OTHER, base: 5, status: "not-met" }, "confirmed")).toMatchObject({
      result: "conflict",
    });
    expect(await save(owner, { criterion: OTHER, base: 5, status: "met" }, "confirmed")).toMatchObject({
      result: "saved",
    });
    expect(await unconfirmed()).toBe(1);
    const { revisions } = await as(owner, (db) => answerHistory(db, owner, slug, OTHER));
    expect(revisions[0]).toMatchObject({ how: "confirmed", status: "met", version: 6 });
    await save(consultant, { criterion: CRITERION, base: 2, status: "partly", coverage: 0.8 }, "confirmed");
    expect(await unconfirmed()).toBe(0);
  });

  it("counts who confirms as one who answered", async () => {
    await save(reviewerWhoAnswers(), { criterion: OTHER, base: 6, status: "met" }, "confirmed");
    await send(owner, "identity");
    await expect(signOff(reviewerWhoAnswers(), "identity")).rejects.toEqual(refused("forbidden"));
    // Nothing but confirmations since: what was signed off in the first round still is what it was.
    expect((await review(reviewer)).queue.filter(({ kind }) => kind === "changed")).toEqual([]);
    await signOff(reviewer, "identity");
  });

  let second: Actor;
  beforeAll(async () => {
    second = await makeActor(database, "approving", "owner");
  });
  const reviewerWhoAnswers = () => second;
});

describe("an organization of one person", () => {
  it("approves its own where that is switched on, and every report says so", async () => {
    const alone = await makeActor(database, "alone", "owner");
    const own = await begin(alone, "Own");
    await save(alone, { criterion: CRITERION, base: 0, status: "met" }, "hand", own);
    const sign = async (pillar: string) => {
      const print = await printOf(alone, pillar, own);
      return as(alone, (db) => signOffPillar(db, alone, { slug: own, pillar, print }, audit));
    };
    await as(alone, (db) => sendPillar(db, alone, { slug: own, pillar: "identity" }, audit));
    await expect(sign("identity")).rejects.toEqual(refused("forbidden"));
    await withClient(database.ownerUrl, (client) =>
      client.query("UPDATE organizations SET self_acceptance = true WHERE id = $1", [alone.organizationId]),
    );
    for (const pillar of PILLARS.slice(1)) {
      await as(alone, (db) => sendPillar(db, alone, { slug: own, pillar }, audit));
    }
    for (const pillar of PILLARS) await sign(pillar);
    await as(alone, (db) => approveAssessment(db, alone, own, audit));
    const { input } = await as(alone, (db) => readReport(db, alone, { slug: own }));
    expect(input.provenance).toMatchObject({ kind: "approved", self: true });
  });
});

it("notes every step for the audit log, its words apart", () => {
  expect(new Set(notes.map(({ action }) => action))).toEqual(
    new Set([
      ...["questions.ask", "questions.reply", "questions.settle", "findings.put", "review.mark", "snapshot.take"],
      ...["pillars.send", "pillars.take-back", "pillars.sign-off", "assessment.approve", "assessment.reopen"],
    ]),
  );
  expect(JSON.stringify(notes.map(({ facts }) => facts))).not.toMatch(/Since when|Since May|12 of 530/);
});
