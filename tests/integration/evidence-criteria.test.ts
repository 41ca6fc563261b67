import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { evidencePrint } from "../../lib/core/review/print";
import type { AuditNote } from "../../lib/server/access/audit";
import type { Actor } from "../../lib/server/access/roles";
import { beginSession } from "../../lib/server/access/sign-in";
import { createAssessment } from "../../lib/server/assessments/create-assessment";
import { readAssessment } from "../../lib/server/assessments/read-assessment";
import { saveAnswers, saveAnswersSchema } from "../../lib/server/assessments/save-answers";
import { addEvidence } from "../../lib/server/evidence/add-evidence";
import { editEvidence } from "../../lib/server/evidence/edit-evidence";
import { type EvidenceInput, evidenceInputSchema } from "../../lib/server/evidence/evidence-input";
import { evidenceView } from "../../lib/server/evidence/evidence-rows";
import { reviewEvidence } from "../../lib/server/evidence/review-evidence";
import { withOrganization } from "../../lib/server/platform/database/client";
import { withClient } from "../../lib/server/platform/database/prepare";
import { hashToken } from "../../lib/server/platform/secrets";
import { makeActor, openTestDatabase, type TestDatabase } from "../support/database";

const ONE = "identity.sign-in-strength.second-factor-everywhere";
const TWO = "identity.sign-in-strength.no-legacy-protocols";
const THREE = "identity.sign-in-strength.staff-phishing-resistant";
const SCAN = {
  kind: "scan",
  title: "Sign-ins of 30 days",
  date: "2026-10-01",
  source: "identity provider",
  criteria: [
    { criterion: ONE, verdict: "supports", coverage: 0.9 },
    { criterion: TWO, verdict: "contradicts" },
  ],
} as const;

let database: TestDatabase;
let owner: Actor;
let reviewer: Actor;
let slug: string;
let assessmentId: string;
const notes: AuditNote[] = [];
const audit = (note: AuditNote) => notes.push(note);

beforeAll(async () => {
  database = await openTestDatabase();
  owner = await makeActor(database, "many", "owner");
  reviewer = await makeActor(database, "many", "reviewer");
  const made = await withOrganization(owner, (db) =>
    createAssessment(db, owner, { name: "Round", scope: "Group", profile: {}, sizes: {} }, () => {}),
  );
  slug = made.slug;
  assessmentId = (await read()).assessment.id;
});
afterAll(() => database.drop());

const read = () => withOrganization(owner, (db) => readAssessment(db, owner, slug));
const input = (more: object = {}): EvidenceInput => evidenceInputSchema.parse({ ...SCAN, ...more });
const add = (more: object = {}) => withOrganization(owner, (db) => addEvidence(db, owner, slug, input(more), audit));
const edit = (id: string, more: object) =>
  withOrganization(owner, (db) => editEvidence(db, owner, slug, id, input(more), audit));
/** A reviewer's word on what stands now, of all criteria unless some are named. */
async function review(id: string, { criteria }: Readonly<{ criteria?: readonly string[] }> = {}, actor = reviewer) {
  const all = (await read()).evidenceRows.filter((row) => row.id === id).map(evidenceView);
  const seen = all.filter(({ criterion }) => !criteria || criteria.includes(criterion));
  const named = [...(criteria ?? seen.map(({ criterion }) => criterion))];
  const word = { verdict: "accept", criteria: named, print: evidencePrint(seen) } as const;
  return withOrganization(actor, (db) => reviewEvidence(db, actor, slug, id, word, audit));
}

describe("one piece of evidence for several criteria", () => {
  it("says of each what it shows, and is accepted for each", async () => {
    const added = await add();
    expect(added).toMatchObject([
      { criterion: TWO, verdict: "contradicts", accepted: false },
      { criterion: ONE, verdict: "supports", coverage: 0.9, accepted: false },
    ]);
    const id = added[0]?.id ?? "";
    expect(new Set(added.map((view) => view.id)).size).toBe(1);
    const accepted = await review(id, { criteria: [ONE] });
    expect(accepted.map((view) => [view.criterion, view.accepted])).toEqual([
      [TWO, false],
      [ONE, true],
    ]);
    expect((await read()).claims.evidence).toMatchObject([
      { criterion: TWO, accepted: false, verdict: "contradicts", source: "identity provider" },
      { criterion: ONE, accepted: true, coverage: 0.9, source: "identity provider" },
    ]);
    await expect(review(id, { criteria: [THREE] })).rejects.toMatchObject({ kind: "not-found" });
    expect((await review(id)).every((view) => view.accepted)).toBe(true);
  });

  it("isn't accepted whole by who answered one of its criteria", async () => {
    const id = (await add())[0]?.id ?? "";
    await withClient(database.ownerUrl, (client) =>
      client.query("UPDATE memberships SET role = 'admin' WHERE user_id = $1", [reviewer.userId]),
    );
    const tokenHash = hashToken(
      await beginSession(reviewer.userId, "password", { address: "127.0.0.1", agent: "test" }),
    );
    const where = { tokenHash, organization: reviewer.organizationSlug, assessment: slug, address: "127.0.0.1" };
    const changes = [{ criterion: TWO, base: 0, status: "met" }];
    await saveAnswers(where, saveAnswersSchema.parse({ changes }));
    await expect(review(id)).rejects.toMatchObject({ kind: "forbidden" });
    expect(await review(id, { criteria: [ONE] })).toContainEqual(
      expect.objectContaining({ criterion: ONE, accepted: true }),
    );
  });

  it("is to be reviewed again only where what was reviewed has changed, and keeps what was reviewed", async () => {
    const id = (await add())[0]?.id ?? "";
    await review(id, { criteria: [ONE] });
    const more = [...SCAN.criteria, { criterion: THREE, verdict: "supports" }];
    const three = await edit(id, { criteria: more, owner: "Identity team" });
    expect(three.map((view) => [view.criterion, view.accepted])).toEqual([
      [TWO, false],
      [ONE, true],
      [THREE, false],
    ]);
    await expect(edit(id, { criteria: [SCAN.criteria[1]] })).rejects.toMatchObject({ kind: "forbidden" });
    expect((await edit(id, { criteria: [SCAN.criteria[0]] })).map((view) => view.accepted)).toEqual([true]);
    expect((await edit(id, { title: "Another", criteria: [SCAN.criteria[0]] })).map((view) => view.accepted)).toEqual([
      false,
    ]);
  });

  it("refuses a criterion twice, none at all, and one that isn't there, and then adds nothing", async () => {
    const before = (await read()).evidenceRows.length;
    const twice = { ...SCAN, criteria: [SCAN.criteria[0], SCAN.criteria[0]] };
    expect(evidenceInputSchema.safeParse(twice).success).toBe(false);
    expect(evidenceInputSchema.safeParse({ ...SCAN, criteria: [] }).success).toBe(false);
    const gone = { criterion: "identity.sign-in-strength.unheard-of", verdict: "supports" };
    await expect(add({ criteria: [SCAN.criteria[0], gone] })).rejects.toMatchObject({ kind: "not-found" });
    expect((await read()).evidenceRows.length).toBe(before);
  });

  it.each([
    [{ kind: "scan", source: undefined }, "source"],
    [{ kind: "link" }, "link"],
    [{ kind: "attestation" }, "method"],
    [{ kind: "attestation", method: "test", sampled: 9, population: 8 }, "sampled"],
    [{ date: "2999-01-01" }, "date"],
    [{ expires: "2026-10-01" }, "expires"],
  ])("asks for what its kind needs: %j", async (more, path) => {
    await expect(add(more)).rejects.toMatchObject({ kind: "invalid", fields: [{ path }] });
  });
});

describe("the version before, serving beside this one", () => {
  it("has what it writes of its one criterion carried over", async () => {
    const carried = await withOrganization(owner, async (db) => {
      const [row] = await db.$queryRaw<{ id: string }[]>`
        INSERT INTO evidence (organization_id, assessment_id, criterion, title, date, verdict, coverage, added_by)
        VALUES (${owner.organizationId}::uuid, ${assessmentId}::uuid, ${ONE}, 'Export', '2026-10-01', 'supports', 0.5, ${owner.userId}::uuid)
        RETURNING id`;
      await db.$executeRaw`UPDATE evidence SET accepted_by = ${reviewer.userId}::uuid, accepted_at = now() WHERE id = ${row?.id}::uuid`;
      return row?.id;
    });
    const rows = (await read()).evidenceRows.filter(({ id }) => id === carried);
    expect(rows).toMatchObject([{ criterion: ONE, verdict: "supports", coverage: 0.5, acceptedBy: reviewer.userId }]);
  });
});
