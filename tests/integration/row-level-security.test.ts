import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Actor, permissionPairs } from "../../lib/server/access/roles";
import { createAssessment } from "../../lib/server/assessments/create-assessment";
import { withOrganization } from "../../lib/server/platform/database/client";
import { schemaDrift } from "../../lib/server/platform/database/migrate";
import { withClient } from "../../lib/server/platform/database/prepare";
import { makeActor, openTestDatabase, type TestDatabase } from "../support/database";

const TENANT_TABLES = [
  "memberships",
  "invitations",
  "assessments",
  "assessment_moves",
  "own_questionnaires",
  "own_criteria",
  "assignments",
  "answers",
  "answer_revisions",
  "answer_corrections",
  "evidence",
  "evidence_contents",
  "evidence_criteria",
  "evidence_files",
  "exceptions",
  "snapshots",
  "plans",
  "plan_items",
  "findings",
  "questions",
  "pillar_reviews",
  "review_marks",
  "audit_entries",
  "audit_details",
  "outbox",
  "interviews",
  "interview_answers",
  "blind_rounds",
  "blind_answers",
  "rollups",
  "rollup_marks",
  "comments",
  "notices",
  "workshop_decisions",
  "last_places",
];
/** Written and read by functions alone. */
const OUT_OF_REACH = ["outbox", "rollup_marks"];

let database: TestDatabase;
let here: Actor;
let there: Actor;

beforeAll(async () => {
  database = await openTestDatabase();
  here = await makeActor(database, "here", "owner");
  there = await makeActor(database, "there", "owner");
  for (const actor of [here, there]) {
    await withOrganization(actor, (db) =>
      createAssessment(db, actor, { name: "Round", scope: "Group", profile: {}, sizes: {} }, () => {}),
    );
  }
});
afterAll(() => database.drop());

/** Raw SQL as the app's own role, inside one transaction with the given organization set. */
async function asApp<T>(organization: string | null, run: (client: pg.Client) => Promise<T>): Promise<T> {
  return withClient(database.appUrl, async (client) => {
    await client.query("BEGIN");
    if (organization !== null)
      await client.query("SELECT set_config('plumbline.organization', $1, true)", [organization]);
    return run(client);
  });
}

describe("row-level security under the app's role", () => {
  it("covers every table that has an organization", async () => {
    const rows = await withClient(database.ownerUrl, async (client) => {
      const result = await client.query<{ name: string; on: boolean }>(`
        SELECT c.relname AS name, c.relrowsecurity AS on FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organization_id'
         WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY 1`);
      return result.rows;
    });
    expect(rows.map((row) => row.name).sort()).toEqual([...TENANT_TABLES].sort());
    expect(rows.filter((row) => !row.on)).toEqual([]);
  });

  it("shows nothing at all without an organization, also on a connection that had one before", async () => {
    await withClient(database.appUrl, async (client) => {
      await client.query("BEGIN");
      await client.query("SELECT set_config('plumbline.organization', $1, true)", [here.organizationId]);
      expect((await client.query("SELECT 1 FROM assessments")).rowCount).toBe(1);
      await client.query("COMMIT");
      expect((await client.query("SELECT 1 FROM assessments")).rowCount).toBe(0);
      expect((await client.query("SELECT 1 FROM organizations")).rowCount).toBe(0);
      expect((await client.query("SELECT 1 FROM users")).rowCount).toBe(0);
    });
  });

  it("shows another tenant's rows in no table", async () => {
    await asApp(here.organizationId, async (client) => {
      for (const table of TENANT_TABLES.filter((name) => !OUT_OF_REACH.includes(name))) {
        const { rowCount } = await client.query(`SELECT 1 FROM ${table} WHERE organization_id <> $1`, [
          here.organizationId,
        ]);
        expect(rowCount, table).toBe(0);
      }
      const colleagues = await client.query<{ id: string }>("SELECT id FROM users");
      expect(colleagues.rows.map((row) => row.id)).toEqual([here.userId]);
    });
  });

  it("refuses to write rows for another tenant, or to point at its rows", async () => {
    const insert = (organization: string) =>
      asApp(here.organizationId, (client) =>
        client.query(
          "INSERT INTO assignments (organization_id, assessment_id, user_id) SELECT $1, a.id, $2 FROM assessments a",
          [organization, here.userId],
        ),
      );
    await expect(insert(there.organizationId)).rejects.toThrow(/row-level security/);
    const foreign = await withClient(database.ownerUrl, (client) =>
      client.query<{ id: string }>("SELECT id FROM assessments WHERE organization_id = $1", [there.organizationId]),
    );
    const point = asApp(here.organizationId, (client) =>
      client.query("INSERT INTO assignments (organization_id, assessment_id, user_id) VALUES ($1, $2, $3)", [
        here.organizationId,
        foreign.rows[0]?.id,
        here.userId,
      ]),
    );
    await expect(point).rejects.toThrow(/foreign key/);
  });

  it("lets nobody rewrite history, snapshots, sessions or the audit log", async () => {
    const forbidden = [
      "UPDATE audit_entries SET payload = ''",
      "DELETE FROM audit_entries",
      "INSERT INTO audit_entries SELECT * FROM audit_entries",
      "UPDATE answer_revisions SET note = ''",
      "DELETE FROM answer_revisions",
      "UPDATE snapshots SET label = ''",
      "DELETE FROM snapshots",
      "SELECT * FROM setup_links",
      "SELECT * FROM throttles",
      "INSERT INTO sessions (token_hash) VALUES ('\\x00')",
      "INSERT INTO role_permissions VALUES ('viewer', 'answers.write')",
      "INSERT INTO memberships SELECT * FROM memberships",
      "UPDATE users SET email = 'x@example.org'",
      "CREATE TABLE mine (x int)",
      "SET ROLE plumbline_owner",
    ];
    for (const sql of forbidden) {
      await expect(
        asApp(here.organizationId, (client) => client.query(sql)),
        sql,
      ).rejects.toThrow(/permission denied|must be able to SET ROLE|must be member/);
    }
  });

  it("runs only the listed functions with the owner's rights", async () => {
    const names = await withClient(database.ownerUrl, async (client) => {
      const { rows } = await client.query<{ name: string }>(
        "SELECT proname AS name FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef ORDER BY 1",
      );
      return rows.map((row) => row.name);
    });
    expect(names).toEqual([
      "append_audit",
      "belongings_in",
      "claim_mail",
      "claim_rollups",
      "create_organization",
      "create_session",
      "end_session",
      "find_organizations",
      "flush_outbox",
      "in_portfolio",
      "interview_of",
      "keep_rollup",
      "live_rights",
      "mail_sent",
      "make_due_notices",
      "mark_rollups",
      "note_object_removal",
      "organizations_of",
      "peek_actor",
      "peek_invitation",
      "portfolio_organizations",
      "portfolio_surroundings",
      "purge_ended",
      "put_outbox",
      "redeem_invitation",
      "redeem_setup_link",
      "release_benchmark",
      "resolve_actor",
      "setup_link_open",
      "sign_in_lookup",
      "take_object_removals",
      "throttle_blocked",
      "throttle_clear",
      "throttle_fail",
      "throttle_take_back",
    ]);
  });
});

describe("what the database holds beside the code", () => {
  it("has the permission table of roles.ts", async () => {
    const rows = await withClient(
      database.ownerUrl,
      async (client) =>
        (await client.query<{ role: string; action: string }>("SELECT role, action FROM role_permissions")).rows,
    );
    const words = (pairs: readonly { role: string; action: string }[]) =>
      pairs.map((pair) => `${pair.role} ${pair.action}`).sort();
    expect(words(rows)).toEqual(words(permissionPairs()));
  });

  it("has the schema of prisma/schema.prisma: the migrations lead exactly there", async () => {
    const scratch = new URL(database.ownerUrl);
    scratch.pathname = `${scratch.pathname}_drift`;
    await withClient(database.ownerUrl, (client) => client.query(`CREATE DATABASE ${scratch.pathname.slice(1)}`));
    try {
      expect(await schemaDrift(scratch.toString())).toMatch(/^(-- This is an empty migration\.)?\s*$/);
    } finally {
      await withClient(database.ownerUrl, (client) =>
        client.query(`DROP DATABASE ${scratch.pathname.slice(1)} WITH (FORCE)`),
      );
    }
  });
});
