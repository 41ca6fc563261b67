import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { openSetupLink } from "../../lib/server/access/setup-link";
import { redeemSetupLink, setupLinkIsOpen } from "../../lib/server/people/redeem-setup-link";
import { readConfig } from "../../lib/server/platform/config";
import { prepareDatabase, withClient } from "../../lib/server/platform/database/prepare";
import { readiness } from "../../lib/server/platform/readiness";
import { openTestDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.drop());

const start = () => prepareDatabase(readConfig({ DATABASE_URL: database.ownerUrl }), inject("secret"), () => {});
const run = (sql: string) => withClient(database.ownerUrl, (client) => client.query(sql));

describe("a database that a newer instance migrated", () => {
  const NEWER = "29990101000000_newer";
  const note = (name: string) =>
    run(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ('${name}', '', '${name}', now(), 1)`,
    );
  afterEach(() => run(`DELETE FROM _prisma_migrations WHERE migration_name = '${NEWER}'`));

  it("is served by the older ones that run, and started on by none", async () => {
    await note(NEWER);
    expect(await readiness()).toMatchObject({ status: "ok" });
    await expect(start()).rejects.toMatchObject({
      name: "StartupError",
      message: `The database was migrated by a newer version of Plumbline (${NEWER}).`,
    });
  });

  it("isn't served where a migration of the code is missing as well", async () => {
    await note(NEWER);
    const { rows } = await run("SELECT max(migration_name) AS last FROM _prisma_migrations WHERE id <> migration_name");
    const missing = rows[0].last;
    const finished = (value: string) =>
      run(`UPDATE _prisma_migrations SET finished_at = ${value} WHERE migration_name = '${missing}'`);
    await finished("NULL");
    const without = await readiness();
    await finished("now()");
    expect(without).toEqual({ status: "unavailable", reason: `migrations to apply: ${missing}` });
  });
});

describe("instances that start at the same moment", () => {
  it("write the permissions one after the other", async () => {
    await withClient(database.ownerUrl, async (other) => {
      // As far as another instance is before it ends.
      await other.query("BEGIN");
      await other.query("CREATE TEMP TABLE kept AS SELECT * FROM role_permissions");
      await other.query("DELETE FROM role_permissions");
      await other.query("INSERT INTO role_permissions SELECT * FROM kept");
      const started = start().then(
        () => "started",
        (error: unknown) => error,
      );
      await Promise.race([waitsForLock(), started]);
      await other.query("COMMIT");
      expect(await started).toBe("started");
    });
  });

  it("open one set-up link between them, which later starts don't end", async () => {
    const open = () => openSetupLink(database.ownerUrl, inject("secret"));
    const [first, second] = await Promise.all([open(), open()]);
    expect(second).toEqual(first);
    expect(await open()).toEqual(first);
    const hoursLeft = ((first?.until.getTime() ?? 0) - Date.now()) / 3_600_000;
    expect(hoursLeft).toBeGreaterThan(23.9);

    await run("UPDATE setup_links SET expires_at = now() - interval '1 second'");
    const third = await open();
    expect(third?.token).not.toBe(first?.token);
    // Whoever has another secret can't tell the same link: theirs takes its place, so that there is never more than one.
    const fourth = await openSetupLink(database.ownerUrl, "another secret");
    const isOpen = (link: typeof first) => setupLinkIsOpen(link?.token ?? "");
    expect(await Promise.all([first, third, fourth].map(isOpen))).toEqual([false, false, true]);

    await redeemSetupLink({
      token: fourth?.token ?? "",
      name: "Owner",
      email: "owner@example.org",
      password: "a password of many words",
      organization: "First",
    });
    expect(await open()).toBeUndefined();
  });
});

/** Until a start waits for what another one holds. */
async function waitsForLock(): Promise<void> {
  for (;;) {
    const { rows } = await run(
      "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
    );
    if (rows.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
