import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Actor } from "../../../lib/server/access/roles";
import { createAssessment } from "../../../lib/server/assessments/create-assessment";
import { readConfig } from "../../../lib/server/platform/config";
import { disconnect, withOrganization } from "../../../lib/server/platform/database/client";
import { prepareDatabase, withClient } from "../../../lib/server/platform/database/prepare";
import { type AppServer, startApp } from "../../support/app-server";
import { sessionCookie } from "../../support/signed-in";

export type BenchMember = Readonly<{ actor: Actor; cookie: string; assessment: string }>;
export type BenchApp = Readonly<{
  app: AppServer;
  ownerUrl: string;
  members: readonly BenchMember[];
  stop: () => Promise<void>;
}>;

/** A running app with a number of organizations, each with an owner who is signed in and an assessment. */
export async function startBenchApp(organizations: number): Promise<BenchApp> {
  const app = await startApp({ environment: { LOG_LEVEL: "error", PLUMBLINE_BENCH: "1" } });
  const secret = readFileSync(join(app.dataDir, "secret"), "utf8").trim();
  // The app runs already: this takes its embedded server up and changes nothing.
  const database = await prepareDatabase(readConfig({ DATA_DIR: app.dataDir }), secret, () => {});
  process.env.APP_DATABASE_URL = database.appUrl;
  const members: BenchMember[] = [];
  for (let i = 0; i < organizations; i++) {
    const actor = await withClient(database.ownerUrl, async (client) => {
      const user = await client.query<{ id: string }>(
        "INSERT INTO users (email, name, password_hash) VALUES ($1, 'bench', 'x') RETURNING id",
        [`bench-${i}@example.org`],
      );
      const organization = await client.query<{ id: string }>(
        "INSERT INTO organizations (slug, name) VALUES ($1, $1) RETURNING id",
        [`bench-${i}`],
      );
      const [userId, organizationId] = [user.rows[0]?.id ?? "", organization.rows[0]?.id ?? ""];
      await client.query("INSERT INTO memberships (organization_id, user_id, role) VALUES ($1, $2, 'owner')", [
        organizationId,
        userId,
      ]);
      return {
        userId,
        name: "bench",
        email: "",
        organizationId,
        organizationSlug: `bench-${i}`,
        organizationName: "",
        sample: false,
        role: "owner",
        address: "",
      } as const;
    });
    const { slug } = await withOrganization(actor, (db) =>
      createAssessment(db, actor, { name: "Round", scope: "Group", profile: {}, sizes: {} }, () => {}),
    );
    members.push({ actor, cookie: await sessionCookie(actor.userId, secret), assessment: slug });
  }
  const stop = async () => {
    await disconnect();
    await app.stop();
  };
  return { app, ownerUrl: database.ownerUrl, members, stop };
}
