import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { evidencePrint } from "../../lib/core/review/print";
import type { EvidenceView } from "../../lib/core/walk/evidence-view";
import type { AuditNote } from "../../lib/server/access/audit";
import type { Actor } from "../../lib/server/access/roles";
import { beginSession } from "../../lib/server/access/sign-in";
import { answerHistory } from "../../lib/server/assessments/answer-history";
import { createAssessment } from "../../lib/server/assessments/create-assessment";
import { endException } from "../../lib/server/assessments/end-exception";
import { putException } from "../../lib/server/assessments/put-exception";
import { readAssessment } from "../../lib/server/assessments/read-assessment";
import { readWalk } from "../../lib/server/assessments/read-walk";
import { reviewNotApplicable } from "../../lib/server/assessments/review-not-applicable";
import { saveAnswers, saveAnswersSchema } from "../../lib/server/assessments/save-answers";
import { addEvidence } from "../../lib/server/evidence/add-evidence";
import { editEvidence } from "../../lib/server/evidence/edit-evidence";
import { evidenceView } from "../../lib/server/evidence/evidence-rows";
import { reviewEvidence } from "../../lib/server/evidence/review-evidence";
import { withdrawEvidence } from "../../lib/server/evidence/withdraw-evidence";
import { type ScopedDb, withOrganization } from "../../lib/server/platform/database/client";
import { withClient } from "../../lib/server/platform/database/prepare";
import { hashToken } from "../../lib/server/platform/secrets";
import { acceptException } from "../../lib/server/reviews/accept-exception";
import { makeActor, openTestDatabase, type TestDatabase } from "../support/database";

const CRITERION = "identity.sign-in-strength.second-factor-everywhere";
const OTHER = "identity.sign-in-strength.no-legacy-protocols";
const THIRD = "identity.sign-in-strength.staff-phishing-resistant";
const ELSEWHERE = "network.segmentation";
const REPORT = { kind: "attestation", method: "examine", title: "Sign-in report", date: "2026-10-01" } as const;
const SUPPORTS = { criterion: CRITERION, verdict: "supports" } as const;

let database: TestDatabase;
let owner: Actor;
let admin: Actor;
let reviewer: Actor;
let slug: string;
const notes: AuditNote[] = [];
const audit = (note: AuditNote) => notes.push(note);

beforeAll(async () => {
  database = await openTestDatabase();
  owner = await makeActor(database, "reviewing", "owner");
  admin = await makeActor(database, "reviewing", "admin");
  reviewer = await makeActor(database, "reviewing", "reviewer");
  const made = await withOrganization(owner, (db) =>
    createAssessment(db, owner, { name: "Round", scope: "Group", profile: {}, sizes: {} }, () => {}),
  );
  slug = made.slug;
});
afterAll(() => database.drop());

async function save(actor: Actor, change: object): Promise<number> {
  const tokenHash = hashToken(await beginSession(actor.userId, "password", { address: "127.0.0.1", agent: "test" }));
  const where = { tokenHash, organization: actor.organizationSlug, assessment: slug, address: "127.0.0.1" };
  const [saved] = await saveAnswers(where, saveAnswersSchema.parse({ changes: [change] }));
  expect(saved?.result).toBe("saved");
  return saved?.current?.version ?? 0;
}

const add = async (actor: Actor, more: object = {}) =>
  only(
    await withOrganization(actor, (db) =>
      addEvidence(db, actor, slug, { ...REPORT, criteria: [SUPPORTS], ...more }, audit),
    ),
  );
type Word = Readonly<{ verdict: "accept" | "reopen" }> | Readonly<{ verdict: "dismiss"; reason: string }>;
const seenNow = async (id: string) => {
  const { evidenceRows } = await withOrganization(owner, (db) => readAssessment(db, owner, slug));
  return evidenceRows.filter((row) => row.id === id).map(evidenceView);
};
/** A word on what was seen; on what stands now where that isn't said. */
const review = async (actor: Actor, id: string, word: Word, seen?: EvidenceView) => {
  const input = { ...word, criteria: [CRITERION], print: evidencePrint(seen ? [seen] : await seenNow(id)) };
  return only(await withOrganization(actor, (db) => reviewEvidence(db, actor, slug, id, input, audit)));
};
const change = (actor: Actor, id: string, more: object) => (db: ScopedDb) =>
  editEvidence(db, actor, slug, id, { ...REPORT, criteria: [SUPPORTS], ...more }, audit);

/** What somebody does whose transaction is committed only once somebody else waits for it. */
async function whileOpen(actor: Actor, work: (db: ScopedDb) => Promise<unknown>, meanwhile: () => Promise<unknown>) {
  let commit = () => {};
  const held = new Promise<void>((resolve) => {
    commit = resolve;
  });
  let open: Promise<unknown> = held;
  await new Promise<void>((begun, failed) => {
    open = withOrganization(actor, async (db) => {
      await work(db);
      begun();
      await held;
    });
    open.catch(failed);
  });
  const other = meanwhile();
  await withClient(database.ownerUrl, (client) => {
    const waiting =
      "SELECT FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE NOT granted AND datname = current_database()";
    return expect.poll(async () => (await client.query(waiting)).rowCount, { timeout: 5_000 }).toBeGreaterThan(0);
  }).finally(commit);
  await Promise.all([open, other]);
}
function only<T>(list: readonly T[]): T {
  const [one] = list;
  if (one === undefined || list.length > 1) throw new Error(`${list.length} where one was expected`);
  return one;
}
const refused = (kind: string) => expect.objectContaining({ kind });

describe("evidence", () => {
  it("counts once somebody else has accepted it: neither who added it nor who answered", async () => {
    await save(admin, { criterion: CRITERION, base: 0, status: "met" });
    const { id, accepted } = await add(owner);
    expect(accepted).toBe(false);
    await expect(review(owner, id, { verdict: "accept" })).rejects.toEqual(refused("forbidden"));
    await expect(review(admin, id, { verdict: "accept" })).rejects.toEqual(refused("forbidden"));
    expect(await review(reviewer, id, { verdict: "accept" })).toMatchObject({ acceptedBy: reviewer.userId });
    expect(await review(reviewer, id, { verdict: "dismiss", reason: "wrong tenant" })).toMatchObject({
      accepted: false,
      dismissed: true,
      dismissedReason: "wrong tenant",
    });
    expect(await review(reviewer, id, { verdict: "reopen" })).toMatchObject({ accepted: false, dismissed: false });
  });

  it("still knows who answered after others wrote notes to it", async () => {
    await save(owner, { criterion: CRITERION, base: 1, status: "met", note: "seen in the portal" });
    const { id } = await add(reviewer);
    await expect(review(admin, id, { verdict: "accept" })).rejects.toEqual(refused("forbidden"));
    expect(await review(owner, id, { verdict: "accept" })).toMatchObject({ acceptedBy: owner.userId });
  });

  it("is to be reviewed again after an edit, by somebody other than who edited it", async () => {
    const { id } = await add(admin);
    await review(reviewer, id, { verdict: "accept" });
    const input = { ...REPORT, title: "Another report", criteria: [{ ...SUPPORTS, coverage: 0.4 }] };
    const edited = only(await withOrganization(owner, (db) => editEvidence(db, owner, slug, id, input, audit)));
    expect(edited).toMatchObject({ title: "Another report", coverage: 0.4, accepted: false, addedBy: owner.userId });
    await expect(review(owner, id, { verdict: "accept" })).rejects.toEqual(refused("forbidden"));
  });

  it("is taken back only by who added it, and only before a review", async () => {
    const { id } = await add(owner);
    const withdraw = (actor: Actor) => withOrganization(actor, (db) => withdrawEvidence(db, actor, slug, id, audit));
    await expect(withdraw(admin)).rejects.toEqual(refused("forbidden"));
    await review(reviewer, id, { verdict: "accept" });
    await expect(withdraw(owner)).rejects.toEqual(refused("forbidden"));
    await review(reviewer, id, { verdict: "reopen" });
    await expect(withdraw(owner)).resolves.toBeNull();
    await expect(withdraw(owner)).rejects.toEqual(refused("not-found"));
  });

  it("refuses days that don't fit, criteria that aren't there and ids that aren't ids", async () => {
    await expect(add(owner, { expires: REPORT.date })).rejects.toEqual(refused("invalid"));
    await expect(add(owner, { date: "2999-01-01" })).rejects.toEqual(refused("invalid"));
    await expect(
      add(owner, { criteria: [{ ...SUPPORTS, criterion: "identity.sign-in-strength.unheard-of" }] }),
    ).rejects.toEqual(refused("not-found"));
    await expect(review(reviewer, "1' OR '1'='1", { verdict: "accept" })).rejects.toEqual(refused("not-found"));
  });

  it("may be accepted by oneself where the organization has switched that on", async () => {
    const alone = await makeActor(database, "one-person", "owner");
    const begin = () =>
      withOrganization(alone, (db) =>
        createAssessment(db, alone, { name: "Round", scope: "Group", profile: {}, sizes: {} }, () => {}),
      );
    const { slug: own } = await begin();
    const accept = () =>
      withOrganization(alone, async (db) => {
        const added = await addEvidence(db, alone, own, { ...REPORT, criteria: [SUPPORTS] }, audit);
        const word = { verdict: "accept" as const, criteria: [CRITERION], print: evidencePrint(added) };
        return only(await reviewEvidence(db, alone, own, only(added).id, word, audit));
      });
    await expect(accept()).rejects.toEqual(refused("forbidden"));
    await withClient(database.ownerUrl, (client) =>
      client.query("UPDATE organizations SET self_acceptance = true WHERE id = $1", [alone.organizationId]),
    );
    expect(await accept()).toMatchObject({ accepted: true });
  });
});

describe("a word on evidence", () => {
  it.each([
    ["measures more", { criteria: [{ ...SUPPORTS, coverage: 1 }] }],
    ["says the opposite", { criteria: [{ criterion: CRITERION, verdict: "contradicts" }] }],
    ["lasts longer", { expires: "2999-01-01" }],
    ["leads elsewhere", { link: "https://example.org/another" }],
  ])("holds for what was seen, not for a piece that by now %s", async (_, more) => {
    const added = await add(owner, { criteria: [{ ...SUPPORTS, coverage: 0.6 }], expires: "2027-01-01" });
    await withOrganization(owner, change(owner, added.id, more));
    const current = await seenNow(added.id);
    for (const word of [{ verdict: "accept" }, { verdict: "dismiss", reason: "wrong tenant" }] as const) {
      await expect(review(reviewer, added.id, word, added)).rejects.toMatchObject({
        kind: "conflict",
        details: { current },
      });
    }
    expect(await seenNow(added.id)).toMatchObject([{ accepted: false, dismissed: false }]);
    expect(await review(reviewer, added.id, { verdict: "accept" })).toMatchObject({ accepted: true });
  });

  it("takes no word back that another gave meanwhile", async () => {
    const added = await add(owner);
    const accepted = await review(reviewer, added.id, { verdict: "accept" }, added);
    await review(reviewer, added.id, { verdict: "dismiss", reason: "wrong tenant" }, accepted);
    for (const seen of [added, accepted]) {
      await expect(review(reviewer, added.id, { verdict: "accept" }, seen)).rejects.toEqual(refused("conflict"));
      await expect(review(reviewer, added.id, { verdict: "reopen" }, seen)).rejects.toEqual(refused("conflict"));
    }
    expect(await seenNow(added.id)).toMatchObject([{ dismissedReason: "wrong tenant" }]);
  });

  it("waits for a change that is under way, and then isn't given on one's own", async () => {
    const added = await add(reviewer);
    const expected = { ...added, coverage: 1 };
    await whileOpen(owner, change(owner, added.id, { criteria: [{ ...SUPPORTS, coverage: 1 }] }), () =>
      expect(review(owner, added.id, { verdict: "accept" }, expected)).rejects.toEqual(refused("forbidden")),
    );
    expect(await seenNow(added.id)).toMatchObject([{ coverage: 1, accepted: false, addedBy: owner.userId }]);
  });

  it("is known to whoever changes or takes back the piece a moment later", async () => {
    const accepting = (seen: EvidenceView) => (db: ScopedDb) => {
      const word = { verdict: "accept" as const, criteria: [CRITERION], print: evidencePrint([seen]) };
      return reviewEvidence(db, reviewer, slug, seen.id, word, audit);
    };
    const added = await add(owner);
    await whileOpen(reviewer, accepting(added), () =>
      expect(withOrganization(owner, (db) => withdrawEvidence(db, owner, slug, added.id, audit))).rejects.toEqual(
        refused("forbidden"),
      ),
    );
    // Told what it said before: that is a change of what was accepted since.
    const other = await add(owner);
    const changing = async (db: ScopedDb) => {
      const [changed] = await change(owner, other.id, { title: "Another" })(db);
      if (changed) await accepting(changed)(db);
    };
    await whileOpen(reviewer, changing, () =>
      expect(withOrganization(owner, change(owner, other.id, { owner: "Identity team" }))).resolves.toMatchObject([
        { title: REPORT.title, accepted: false },
      ]),
    );
  });
});

describe("not applicable", () => {
  const decide = (actor: Actor, input: Parameters<typeof reviewNotApplicable>[3]) =>
    withOrganization(actor, (db) => reviewNotApplicable(db, actor, slug, input, audit));

  it("is accepted as it was seen, by another, and tells so in its history", async () => {
    const base = await save(owner, { criterion: OTHER, base: 0, status: "not-applicable", reason: "no directory" });
    await expect(decide(owner, { criterion: OTHER, base, verdict: "accept" })).rejects.toEqual(refused("forbidden"));
    await expect(decide(reviewer, { criterion: OTHER, base: base + 1, verdict: "accept" })).rejects.toEqual(
      refused("conflict"),
    );
    const accepted = await decide(reviewer, { criterion: OTHER, base, verdict: "accept" });
    expect(accepted).toMatchObject({ status: "not-applicable", acceptedBy: reviewer.userId, version: base + 1 });
    const { revisions, names } = await withOrganization(owner, (db) => answerHistory(db, owner, slug, OTHER));
    expect(revisions.map(({ how, changedBy }) => [how, names[changedBy]])).toEqual([
      ["acceptance", reviewer.name],
      ["hand", owner.name],
    ]);
  });

  it("becomes unknown when it is refused", async () => {
    const base = await save(owner, { criterion: OTHER, base: 2, status: "not-applicable", reason: "too small" });
    const answer = await decide(reviewer, { criterion: OTHER, base, verdict: "refuse", reason: "size doesn't matter" });
    expect(answer).toMatchObject({ status: "unknown", reason: "size doesn't matter", how: "refusal" });
    expect(answer.acceptedBy).toBeNull();
  });

  it("isn't accepted by who is answering so at this moment", async () => {
    const base = await save(owner, { criterion: THIRD, base: 0, status: "not-applicable", reason: "no staff" });
    const answering = async (db: ScopedDb) => {
      const { id } = await db.assessment.findFirstOrThrow({ where: { slug } });
      const key = { organizationId: admin.organizationId, assessmentId: id, criterion: THIRD };
      const where = { organizationId_assessmentId_criterion: key };
      const said = { reason: "no such staff", version: base + 1, changedBy: admin.userId };
      await db.answerRevision.create({ data: await db.answer.update({ where, data: said }) });
    };
    await whileOpen(admin, answering, () =>
      expect(decide(admin, { criterion: THIRD, base: base + 1, verdict: "accept" })).rejects.toEqual(
        refused("forbidden"),
      ),
    );
  });
});

describe("an exception", () => {
  const exception = {
    criterion: CRITERION,
    owner: "Head of IT",
    reason: "until the move",
    risk: "",
    expires: "2999-01-01",
  };

  it("is proposed, accepted as it was seen by another than who proposed or answered, shown, and ended", async () => {
    const put = (actor: Actor, more: object = {}) =>
      withOrganization(actor, (db) => putException(db, actor, slug, { ...exception, ...more }, audit));
    const accept = (actor: Actor, createdAt: number) =>
      withOrganization(actor, (db) => acceptException(db, actor, slug, { criterion: CRITERION, createdAt }, audit));
    const end = (actor: Actor) => withOrganization(actor, (db) => endException(db, actor, slug, exception, audit));
    const consultant = await makeActor(database, "reviewing", "consultant");
    await expect(put(owner, { expires: "2020-01-01" })).rejects.toEqual(refused("invalid"));
    const proposed = await put(owner);
    expect(proposed).not.toHaveProperty("acceptedBy");
    await expect(accept(owner, proposed.createdAt)).rejects.toEqual(refused("forbidden"));
    // The administrator answered it.
    await expect(accept(admin, proposed.createdAt)).rejects.toEqual(refused("forbidden"));
    await expect(accept(reviewer, proposed.createdAt - 1)).rejects.toEqual(refused("conflict"));
    expect(await accept(reviewer, proposed.createdAt)).toMatchObject({ acceptedBy: reviewer.userId });
    const shown = await withOrganization(owner, (db) => readWalk(db, owner, slug));
    expect(shown.data.exceptions).toMatchObject([{ owner: "Head of IT", acceptedBy: reviewer.userId }]);
    // Changed, it is to be accepted again; what is only proposed is taken back by who proposed it.
    expect(await put(consultant, { reason: "until the second move" })).not.toHaveProperty("acceptedBy");
    await accept(reviewer, (await put(consultant)).createdAt);
    await expect(end(consultant)).rejects.toEqual(refused("forbidden"));
    await put(consultant);
    await end(consultant);
    await expect(end(reviewer)).rejects.toEqual(refused("not-found"));
    // Nor by who proposes it anew at this moment.
    const { createdAt } = await put(consultant);
    await whileOpen(
      owner,
      (db) => putException(db, owner, slug, exception, audit),
      () => expect(accept(owner, createdAt)).rejects.toEqual(refused("forbidden")),
    );
    await end(owner);
  });
});

describe("who works on one pillar", () => {
  it("answers and attaches there alone", async () => {
    const assessor = await makeActor(database, "reviewing", "assessor");
    const attach = (criterion: string) => add(assessor, { criteria: [{ criterion, verdict: "supports" }] });
    await expect(attach(CRITERION)).rejects.toEqual(refused("not-found"));
    await withOrganization(owner, async (db) => {
      const { id } = await db.assessment.findFirstOrThrow({ where: { slug } });
      const place = { organizationId: owner.organizationId, assessmentId: id, userId: assessor.userId };
      await db.assignment.create({ data: { ...place, pillar: "identity" } });
    });
    expect(await attach(CRITERION)).toMatchObject({ addedBy: assessor.userId });
    const { data } = await withOrganization(assessor, (db) => readWalk(db, assessor, slug));
    expect(data.rights).toMatchObject({ answer: ["identity"], accept: false });
    const network = data.outline.pillars.flatMap(({ topics }) => topics).find(({ id }) => id === ELSEWHERE);
    await expect(attach(network?.criteria[0]?.id ?? "")).rejects.toEqual(refused("not-found"));
  });
});

describe("an approved assessment", () => {
  it("takes nothing any more", async () => {
    const { id } = await add(owner);
    await withClient(database.ownerUrl, (client) =>
      client.query("UPDATE assessments SET state = 'approved' WHERE slug = $1 AND organization_id = $2", [
        slug,
        owner.organizationId,
      ]),
    );
    await expect(add(owner)).rejects.toEqual(refused("conflict"));
    await expect(review(reviewer, id, { verdict: "accept" })).rejects.toEqual(refused("conflict"));
  });
});

it("leaves a note for the audit log with each change, its words apart", () => {
  expect(new Set(notes.map(({ action }) => action))).toEqual(
    new Set([
      "evidence.add",
      "evidence.edit",
      "evidence.accept",
      "evidence.dismiss",
      "evidence.reopen",
      "evidence.withdraw",
      "answers.accept",
      "answers.refuse",
      "exceptions.put",
      "exceptions.accept",
      "exceptions.end",
    ]),
  );
  expect(JSON.stringify(notes.map(({ facts }) => facts))).not.toContain(REPORT.title);
});
