import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { storeQuestionnaires } from "../../lib/server/content/store-questionnaires";
import { readConfig } from "../../lib/server/platform/config";
import { prepareDatabase, withClient } from "../../lib/server/platform/database/prepare";

declare module "vitest" {
  interface ProvidedContext {
    /** The owner's address of a migrated database that holds the questionnaires and nothing else; a template for copies. */
    template: string;
    secret: string;
  }
}

/** One real PostgreSQL for all integration tests; each file copies its own database from the template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-test-"));
  const secret = "a secret for tests only, forty characters";
  const database = await prepareDatabase(readConfig({ DATA_DIR: folder }), secret, () => {});
  await storeQuestionnaires(database.ownerUrl);
  const server = new URL(database.ownerUrl);
  server.pathname = "/postgres";
  // A template may have no connections: rename it, so that nobody connects by habit.
  await withClient(server.toString(), (client) =>
    client.query("ALTER DATABASE plumbline RENAME TO plumbline_template"),
  );
  server.pathname = "/plumbline_template";
  project.provide("template", server.toString());
  project.provide("secret", secret);
  return async () => {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
