import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { AuditNote } from "../../lib/server/access/audit";
import type { Actor, Role } from "../../lib/server/access/roles";
import { createAssessment } from "../../lib/server/assessments/create-assessment";
import { findAssessment } from "../../lib/server/assessments/find-assessment";
import { listPeople } from "../../lib/server/assessments/list-people";
import { readWalk } from "../../lib/server/assessments/read-walk";
import { assign, assignSchema } from "../../lib/server/assignments/assign";
import { endAssignment, removeAssignment } from "../../lib/server/assignments/end-assignment";
import { listMine } from "../../lib/server/assignments/list-mine";
import { addComment, addCommentSchema } from "../../lib/server/comments/add-comment";
import { listComments } from "../../lib/server/comments/list-comments";
import { settleComment, withdrawComment } from "../../lib/server/comments/settle-comment";
import { makeDueNotices } from "../../lib/server/notices/jobs/keep-notices";
import { sendMail } from "../../lib/server/notices/jobs/send-mail";
import { countNotices, listNotices } from "../../lib/server/notices/list-notices";
import { callFunction, type ScopedDb, withOrganization } from "../../lib/server/platform/database/client";
import { withClient } from "../../lib/server/platform/database/prepare";
import { makeActor, openTestDatabase, type TestDatabase } from "../support/database";
import { startMailServer } from "../support/mail-server";

const TOPIC = "identity.sign-in-strength";
const CRITERION = `${TOPIC}.second-factor-everywhere`;
const SECRET = "the vault stands open on Sundays";

let database: TestDatabase;
let mail: Awaited<ReturnType<typeof startMailServer>>;
let owner: Actor;
let assessor: Actor;
let reviewer: Actor;
let assessment: { slug: string; id: string };
const audited: AuditNote[] = [];
const audit = (note: AuditNote) => audited.push(note);

beforeAll(async () => {
  database = await openTestDatabase();
  mail = await startMailServer();
  [owner, assessor, reviewer] = (await Promise.all(
    (["owner", "assessor", "reviewer"] as const).map((role: Role) => makeActor(database, "together", role)),
  )) as [Actor, Actor, Actor];
  assessment = await as(owner, (db) =>
    createAssessment(db, owner, { name: "Round", scope: "Group", profile: {}, sizes: {} }, () => {}),
  );
});
afterAll(async () => {
  await mail.stop();
  await database.drop();
});
beforeEach(() =>
  withClient(database.ownerUrl, async (client) => {
    await client.query("DELETE FROM notices");
    await client.query("DELETE FROM comments");
    await client.query("DELETE FROM assignments");
    await client.query("UPDATE users SET mail_notices = 'at-once', digest_at = NULL");
    mail.arrived.length = 0;
    audited.length = 0;
  }),
);

const as = <T>(actor: Actor, run: (db: ScopedDb) => Promise<T>) => withOrganization(actor, run);
const comment = (actor: Actor, more: object = {}) =>
  as(actor, (db) =>
    addComment(
      db,
      actor,
      assessment.slug,
      addCommentSchema.parse({ topic: TOPIC, criterion: CRITERION, body: SECRET, ...more }),
      audit,
    ),
  );
const ask = (places: readonly string[], more: object = {}) =>
  as(owner, (db) =>
    assign(db, owner, assessment.slug, assignSchema.parse({ person: assessor.userId, places, ...more }), audit),
  );
const notices = (actor: Actor) => as(actor, (db) => listNotices(db, actor));
const settings = () => ({
  smtpUrl: mail.url,
  from: "Plumbline <plumbline@example.org>",
  origin: "https://p.example.org",
});

describe("comments", () => {
  it("tell who is mentioned and who took part, by place alone, and nobody of their own", async () => {
    const first = await comment(owner, { mentions: [reviewer.userId, owner.userId] });
    await comment(reviewer, { replyTo: first.id });
    await comment(owner, { replyTo: first.id, mentions: [reviewer.userId] });
    expect((await notices(reviewer)).map(({ kind }) => kind)).toEqual(["mention", "mention"]);
    expect(await notices(owner)).toMatchObject([
      { kind: "reply", by: reviewer.name, where: "Sign-in strength", read: false },
    ]);
    const { comments, names } = await as(reviewer, (db) => listComments(db, reviewer, assessment.slug, TOPIC));
    expect(comments.map(({ body }) => body)).toEqual([SECRET, SECRET, SECRET]);
    expect(names[owner.userId]).toBe(owner.name);
    expect(JSON.stringify(audited)).not.toContain(SECRET);
    const outbox = await withClient(database.ownerUrl, (db) => db.query("SELECT body::text AS body FROM outbox"));
    for (const { body } of outbox.rows) expect(body).not.toContain(SECRET);
  });

  it("don't reach an assessor who may not see the assessment, nor another topic's place", async () => {
    await comment(owner, { mentions: [assessor.userId] });
    expect(await withClient(database.ownerUrl, (db) => db.query("SELECT 1 FROM notices"))).toMatchObject({
      rowCount: 0,
    });
    await expect(comment(assessor)).rejects.toMatchObject({ kind: "not-found" });
    await expect(comment(owner, { topic: "identity.entitlements" })).rejects.toMatchObject({ kind: "not-found" });
    await expect(comment(owner, { criterion: undefined, topic: "no.such" })).rejects.toMatchObject({
      kind: "not-found",
    });
  });

  it("are resolved and opened again by anybody who may write, taken back by their author before a reply", async () => {
    const first = await comment(owner);
    const place = { assessment: assessment.slug, comment: first.id };
    const settled = await as(reviewer, (db) => settleComment(db, reviewer, place, { resolved: true }, audit));
    expect(settled.resolved).toMatchObject({ by: reviewer.userId });
    const open = await as(owner, (db) => settleComment(db, owner, place, { resolved: false }, audit));
    expect(open.resolved).toBeUndefined();
    await expect(as(reviewer, (db) => withdrawComment(db, reviewer, place, audit))).rejects.toMatchObject({
      kind: "forbidden",
    });
    await comment(reviewer, { replyTo: first.id });
    await expect(as(owner, (db) => withdrawComment(db, owner, place, audit))).rejects.toMatchObject({
      kind: "conflict",
    });
  });
});

describe("assignments", () => {
  it("open topics to an assessor, end with the hand-back, and tell both sides", async () => {
    await ask([TOPIC, "network"], { due: "2026-12-04", note: "as far as you know" });
    const walk = await as(assessor, (db) => readWalk(db, assessor, assessment.slug));
    expect([...walk.data.rights.answer].sort()).toEqual([TOPIC, "network"]);
    expect(await as(assessor, (db) => listMine(db, assessor))).toMatchObject([
      { title: "Sign-in strength", due: "2026-12-04", askedBy: owner.name, note: "as far as you know" },
      { title: "Network" },
    ]);
    expect((await notices(assessor)).map(({ kind, due }) => [kind, due])).toEqual([
      ["assigned", "4 Dec 2026"],
      ["assigned", "4 Dec 2026"],
    ]);
    const end = { place: TOPIC, state: "handed-back" } as const;
    await as(assessor, (db) => endAssignment(db, assessor, assessment.slug, end, audit));
    expect(await notices(owner)).toMatchObject([{ kind: "handed-back", by: assessor.name, where: "Sign-in strength" }]);
    const after = await as(assessor, (db) => readWalk(db, assessor, assessment.slug));
    expect(after.data.rights.answer).toEqual(["network"]);
    await expect(as(assessor, (db) => endAssignment(db, assessor, assessment.slug, end, audit))).rejects.toMatchObject({
      kind: "not-found",
    });
  });

  it("are returned with a note; then the assessor sees nothing any more", async () => {
    await ask([TOPIC]);
    const end = { place: TOPIC, state: "returned", note: "the directory team knows" } as const;
    const left = await as(assessor, (db) => endAssignment(db, assessor, assessment.slug, end, audit));
    expect(left).toMatchObject([{ state: "returned", note: "the directory team knows" }]);
    expect(await notices(owner)).toMatchObject([{ kind: "returned" }]);
    await expect(as(assessor, (db) => findAssessment(db, assessor, assessment.slug))).rejects.toMatchObject({
      kind: "not-found",
    });
    // Asked again, it is open again.
    await ask([TOPIC]);
    await expect(as(assessor, (db) => findAssessment(db, assessor, assessment.slug))).resolves.toBeTruthy();
    await as(owner, (db) =>
      removeAssignment(db, owner, assessment.slug, { person: assessor.userId, place: TOPIC }, audit),
    );
    await expect(as(assessor, (db) => findAssessment(db, assessor, assessment.slug))).rejects.toBeTruthy();
  });

  it("go to who answers, for what there is, by name among who is asked", async () => {
    await expect(ask([TOPIC], { person: reviewer.userId })).rejects.toMatchObject({ kind: "invalid" });
    await expect(ask(["identity.no-such-topic"])).rejects.toMatchObject({ kind: "not-found" });
    const stranger = await makeActor(database, "elsewhere", "owner");
    await expect(ask([TOPIC], { person: stranger.userId })).rejects.toMatchObject({ kind: "not-found" });
    const people = await as(owner, (db) => listPeople(db, owner, assessment.slug));
    expect(people.find(({ id }) => id === assessor.userId)).toMatchObject({ sees: false });
    expect(people.some(({ id }) => id === stranger.userId)).toBe(false);
  });
});

describe("what time brings", () => {
  it("is told once: work that is due within three days, evidence that expires within fourteen", async () => {
    await ask([TOPIC], { due: "2026-12-04" });
    await ask(["network"], { due: "2026-12-30" });
    await as(owner, (db) =>
      db.evidence.create({
        data: {
          ...{ organizationId: owner.organizationId, assessmentId: assessment.id, title: SECRET },
          ...{ date: new Date("2026-01-01"), expires: new Date("2026-12-10"), addedBy: owner.userId },
          criteria: {
            create: { criterion: CRITERION, verdict: "supports", addedBy: owner.userId },
          },
        },
      }),
    );
    expect(await makeDueNotices("2026-11-25")).toBe(0);
    expect(await makeDueNotices("2026-12-01")).toBe(2);
    expect(await makeDueNotices("2026-12-02")).toBe(0);
    expect(await notices(assessor)).toMatchObject([{ kind: "due-soon", where: "Sign-in strength" }, {}, {}]);
    expect(await notices(owner)).toMatchObject([{ kind: "evidence-expiring", due: "10 Dec 2026", by: null }]);

    // On the day itself it has expired, which is told once more, and mailed as every notice is.
    expect(await makeDueNotices("2026-12-10")).toBe(1);
    expect(await makeDueNotices("2026-12-11")).toBe(0);
    expect((await notices(owner)).map(({ kind }) => kind)).toEqual(["evidence-expired", "evidence-expiring"]);
    await sendMail(settings());
    const text = mail.arrived.find(({ to }) => to === owner.email)?.text.replaceAll("=\r\n", "");
    expect(text).toContain("Evidence of yours in Sign-in strength has expired on 10 Dec 2026");
    expect(text).not.toContain("vault");
  });

  it("tells who keeps evidence current, where that is one member, and nobody of what can't be changed or is long past", async () => {
    const piece = (owns: string, more: object = {}) =>
      as(owner, (db) =>
        db.evidence.create({
          data: {
            ...{ organizationId: owner.organizationId, assessmentId: assessment.id, title: SECRET, owner: owns },
            ...{ date: new Date("2026-01-01"), expires: new Date("2027-03-10"), addedBy: owner.userId, ...more },
            criteria: { create: { criterion: CRITERION, verdict: "supports", addedBy: owner.userId } },
          },
        }),
      );
    await piece(` ${reviewer.email.toUpperCase()} `);
    await piece("Network team");
    await piece("", { expires: new Date("2027-01-01") });
    const state = (to: string) =>
      withClient(database.ownerUrl, (client) =>
        client.query("UPDATE assessments SET state = $1 WHERE id = $2", [to, assessment.id]),
      );
    await state("approved");
    expect(await makeDueNotices("2027-03-01")).toBe(0);
    await state("draft");
    expect(await makeDueNotices("2027-03-01")).toBe(2);
    expect(await notices(reviewer)).toMatchObject([{ kind: "evidence-expiring", due: "10 Mar 2027" }]);
    expect(await notices(owner)).toMatchObject([{ kind: "evidence-expiring", due: "10 Mar 2027" }]);
  });
});

describe("mail", () => {
  afterEach(() => {
    mail.be("well");
    mail.refuse("");
    mail.onArrival(() => {});
    vi.useRealTimers();
  });
  const leaseEnds = () =>
    withClient(database.ownerUrl, (db) =>
      db.query("UPDATE notices SET mail_until = now() - interval '1 minute' WHERE mail_until IS NOT NULL"),
    );

  it("names the day itself, wherever the server stands", async () => {
    const zone = process.env.TZ;
    process.env.TZ = "Europe/Berlin";
    try {
      await ask([TOPIC], { due: "2026-12-04" });
      await sendMail(settings());
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
    expect(mail.arrived[0]?.text).toContain("4 Dec 2026");
  });

  it("isn't tried again where there is nobody of that address", async () => {
    await comment(owner, { mentions: [reviewer.userId] });
    await ask([TOPIC]);
    mail.refuse(reviewer.email);
    expect(await sendMail(settings())).toBe(1);
    await leaseEnds();
    expect(await sendMail(settings())).toBe(0);
    expect(mail.asked().filter((to) => to === reviewer.email)).toHaveLength(1);
  });

  it("stops trying when the server fails twice in a row, and goes out later", async () => {
    await comment(owner, { mentions: [reviewer.userId] });
    await ask([TOPIC]);
    await comment(reviewer, { mentions: [owner.userId] });
    mail.be("broken");
    expect(await sendMail(settings())).toBe(0);
    expect(mail.connections()).toBe(2);
    mail.be("well");
    await leaseEnds();
    expect(await sendMail(settings())).toBe(3);
  });

  it("waits ten seconds for a server that says nothing", async () => {
    await comment(owner, { mentions: [reviewer.userId] });
    mail.be("silent");
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    const sending = sendMail(settings());
    await vi.waitUntil(() => mail.connections() === 1);
    vi.advanceTimersByTime(10_000);
    expect(await sending).toBe(0);
  });

  it("ends a round before the database hands the same people to another instance", async () => {
    await comment(owner, { mentions: [reviewer.userId] });
    await ask([TOPIC]);
    vi.useFakeTimers({ toFake: ["Date"] });
    mail.onArrival(() => vi.setSystemTime(Date.now() + 125_000));
    expect(await sendMail(settings())).toBe(1);
    expect(mail.arrived).toHaveLength(1);
  });

  it("is one a person, by one of several instances, with places and links and not a word more", async () => {
    await ask([TOPIC, "network", "identity.entitlements"], { note: SECRET });
    await comment(owner, { mentions: [reviewer.userId, assessor.userId] });
    const sent = await Promise.all([sendMail(settings()), sendMail(settings()), sendMail(settings())]);
    expect(sent.reduce((sum, one) => sum + one, 0)).toBe(2);
    expect(mail.arrived.map(({ to }) => to).sort()).toEqual([assessor.email, reviewer.email].sort());
    const text = mail.arrived.map((one) => one.text.replaceAll("=\r\n", "")).join("\n");
    expect(text).toContain("Sign-in strength");
    expect(text).toContain(`https://p.example.org/together/assessments/${assessment.slug}/walk/identity/entitlements`);
    expect(text).not.toContain("vault");
    expect(await sendMail(settings())).toBe(0);
  });

  it("is tried again when it could not be delivered, and not sent of what was read", async () => {
    await comment(owner, { mentions: [reviewer.userId] });
    mail.refuseOnce();
    expect(await sendMail(settings())).toBe(0);
    expect(await sendMail(settings()), "handed out already").toBe(0);
    await leaseEnds();
    expect(await sendMail(settings())).toBe(1);
    await comment(owner, { mentions: [reviewer.userId] });
    await withClient(database.ownerUrl, (db) => db.query("UPDATE notices SET read_at = now()"));
    expect(await sendMail(settings())).toBe(0);
    expect(await as(reviewer, (db) => countNotices(db, reviewer))).toBe(0);
  });

  it("waits for the day where a person wants it daily, and never comes where they don't", async () => {
    const set = (mode: string, digest: string) =>
      withClient(database.ownerUrl, (db) =>
        db.query(`UPDATE users SET mail_notices = $1, digest_at = now() - interval '${digest}' WHERE id = $2`, [
          mode,
          reviewer.userId,
        ]),
      );
    await comment(owner, { mentions: [reviewer.userId] });
    await comment(owner, { mentions: [reviewer.userId] });
    await set("off", "2 days");
    expect(await sendMail(settings())).toBe(0);
    await set("daily", "3 hours");
    expect(await sendMail(settings())).toBe(0);
    await set("daily", "25 hours");
    expect(await sendMail(settings())).toBe(1);
    expect(mail.arrived[0]?.text).toContain("2 notices in Plumbline");
  });

  it("goes once where something new is told while it is under way", async () => {
    await withClient(database.ownerUrl, (db) =>
      db.query("UPDATE users SET mail_notices = 'daily', digest_at = now() - interval '25 hours' WHERE id = $1", [
        reviewer.userId,
      ]),
    );
    await comment(owner, { mentions: [reviewer.userId] });
    const claim = () => callFunction`SELECT * FROM claim_mail(20)`;
    const first = await claim();
    await comment(owner, { mentions: [reviewer.userId] });
    expect([first.length, (await claim()).length]).toEqual([1, 0]);
  });

  it("reaches who is a member, however many others were and aren't", async () => {
    await withClient(database.ownerUrl, async (db) => {
      await db.query(
        `WITH gone AS (
           INSERT INTO users (id, email, name, password_hash)
           SELECT ('00000000-0000-0000-0000-' || lpad(n::text, 12, '0'))::uuid, 'gone-' || n || '@example.org', 'Gone', 'x' FROM generate_series(1, 25) n
           RETURNING id)
         INSERT INTO notices (organization_id, user_id, kind, assessment_id, place, subject)
         SELECT $1, id, 'mention', $2, $3, id::text FROM gone`,
        [owner.organizationId, assessment.id, TOPIC],
      );
    });
    await comment(owner, { mentions: [reviewer.userId] });
    expect(await sendMail(settings())).toBe(1);
  });
});
