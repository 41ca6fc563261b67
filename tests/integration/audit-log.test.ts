import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appendAudit } from "../../lib/server/access/audit";
import { exportAudit } from "../../lib/server/access/export-audit";
import { readAudit } from "../../lib/server/access/read-audit";
import type { Actor } from "../../lib/server/access/roles";
import { verifyAudit } from "../../lib/server/access/verify-audit";
import { withOrganization } from "../../lib/server/platform/database/client";
import { withClient } from "../../lib/server/platform/database/prepare";
import { makeActor, openTestDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;
let owner: Actor;
let count = 0;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.drop());

/** An organization of its own with entries that carry values, the last one with a line feed in it. */
async function withEntries(entries: number): Promise<void> {
  owner = await makeActor(database, `audit-${count++}`, "owner");
  await withOrganization(owner, async (db) => {
    for (let index = 1; index <= entries; index++) {
      const values = { before: { name: `Round ${index - 1}` }, after: { name: `Round ${index}\n{"forged":true}` } };
      await appendAudit(db, owner, {
        action: "assessment.edit",
        object: `assessment/${index}`,
        facts: { index },
        values,
      });
    }
  });
}

const verify = () => withOrganization(owner, (db) => verifyAudit(db, owner.organizationId));
const page = (before?: number) => withOrganization(owner, (db) => readAudit(db, owner.organizationId, before));
/** What somebody does who can write to the database past the app. */
const tamper = (sql: string) => withClient(database.ownerUrl, (client) => client.query(sql, [owner.organizationId]));

describe("the audit log", () => {
  it("is whole, and read newest first, page by page", async () => {
    await withEntries(120);
    expect(await verify()).toEqual({ whole: true, length: 120 });
    const first = await page();
    expect(first.rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, index) => 120 - index));
    expect((await page(71)).rows[0]).toMatchObject({ seq: 70, actorName: owner.name });
    expect(first.rows[0]?.content).toMatchObject({ facts: { index: 120 }, values: { state: "kept" } });
  });

  it.each([
    [
      "a changed entry",
      "UPDATE audit_entries SET payload = replace(payload, '\"index\": 7', '\"index\": 8') WHERE organization_id = $1 AND seq = 7",
      7n,
    ],
    ["an entry taken out", "DELETE FROM audit_entries WHERE organization_id = $1 AND seq = 5", 5n],
    ["an entry put in", "UPDATE audit_entries SET hash = sha256('x') WHERE organization_id = $1 AND seq = 3", 3n],
  ])("names %s as the first broken link", async (_, sql, at) => {
    await withEntries(10);
    await tamper(sql);
    expect(await verify()).toMatchObject({ whole: false, brokenAt: at });
  });

  it("finds a broken link beyond the first piece that is read", async () => {
    await withEntries(1);
    await tamper(`SELECT set_config('plumbline.organization', $1::text, false),
      (SELECT count(append_audit(NULL, 'assessment.edit', 'assessment/' || n, NULL, '{}', NULL)) FROM generate_series(1, 5200) n)`);
    expect(await verify()).toEqual({ whole: true, length: 5201 });
    await tamper("UPDATE audit_entries SET previous = sha256('x') WHERE organization_id = $1 AND seq = 5001");
    expect(await verify()).toMatchObject({ whole: false, brokenAt: 5001n });
  });

  it("shows neither values that were changed beside the chain nor breaks where they were deleted", async () => {
    await withEntries(3);
    await tamper(
      `UPDATE audit_details SET "values" = '{"after":{"name":"Other"}}' WHERE organization_id = $1 AND seq = 2`,
    );
    await tamper("DELETE FROM audit_details WHERE organization_id = $1 AND seq = 3");
    const { rows } = await page();
    expect(rows.map(({ content }) => content?.values.state)).toEqual(["gone", "changed", "kept"]);
    expect(await verify()).toMatchObject({ whole: true });
  });

  it("stays readable where an entry was made unreadable", async () => {
    await withEntries(2);
    await tamper("UPDATE audit_entries SET payload = 'x' WHERE organization_id = $1 AND seq = 2");
    expect((await page()).rows).toMatchObject([{ seq: 2, content: undefined }, { seq: 1 }]);
  });

  it("is exported line by line, so that anybody can check the chain", async () => {
    await withEntries(1_100);
    const notes: unknown[] = [];
    const response = await withOrganization(owner, (db) => exportAudit(db, owner, (note) => notes.push(note)));
    expect(response.headers.get("content-disposition")).toMatch(
      /^attachment; filename="audit-\d+-audit-[\d-]+\.jsonl"$/,
    );
    const lines = (await response.text()).trimEnd().split("\n");
    expect(lines).toHaveLength(1_100);
    let previous = createHash("sha256").update(`plumbline:${owner.organizationId}`).digest("hex");
    for (const [index, line] of lines.entries()) {
      const entry = JSON.parse(line);
      expect(entry.seq).toBe(index + 1);
      expect(entry.previous).toBe(previous);
      const hash = createHash("sha256").update(Buffer.from(entry.previous, "hex")).update(entry.payload);
      expect(hash.digest("hex")).toBe(entry.hash);
      previous = entry.hash;
    }
    expect(notes).toMatchObject([{ action: "audit.export", facts: { through: 1_100 } }]);
  });

  it("holds nothing of another organization", async () => {
    await withEntries(2);
    const stranger = await makeActor(database, "audit-else", "owner");
    await withOrganization(stranger, (db) =>
      appendAudit(db, stranger, { action: "assessment.edit", object: "assessment/x" }),
    );
    const { rows, length } = await withOrganization(stranger, (db) => readAudit(db, owner.organizationId));
    expect({ rows, length }).toEqual({ rows: [], length: 0 });
  });
});
