import { existsSync } from "node:fs";
import { storeQuestionnaires } from "../lib/server/content/store-questionnaires";
import { firstOwner } from "../lib/server/organizations/first-owner";
import { loadSample } from "../lib/server/organizations/load-sample";
import { readConfig } from "../lib/server/platform/config";
import { disconnect, withPerson } from "../lib/server/platform/database/client";
import { prepareDatabase } from "../lib/server/platform/database/prepare";
import { installationSecret } from "../lib/server/platform/secrets";
import { StartupError } from "../lib/server/platform/startup-error";
import { endOnSignal } from "./end-on-signal";

/**
 * Loads the sample organization for whoever has owned one here for the longest; a database that runs already is left running.
 * @throws StartupError when nobody has an account yet, or the database can't be used
 */
export async function sample(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const config = readConfig(process.env);
  const secret = installationSecret(config.DATA_DIR, config.PLUMBLINE_SECRET);
  let stopDatabase = async () => {};
  const isEnding = endOnSignal(() => stopDatabase());
  try {
    const database = await prepareDatabase(
      config,
      secret,
      (step) => console.log(`  ${step}`),
      (stop) => {
        stopDatabase = stop;
      },
    );
    await storeQuestionnaires(database.ownerUrl);
    process.env.APP_DATABASE_URL = database.appUrl;
    const owner = await firstOwner(database.ownerUrl);
    if (!owner) {
      throw new StartupError(
        "Nobody has an account here yet, so the sample would belong to nobody.",
        "Run npm start, open the set-up link that it prints and make the owner's account; then run npm run sample again.",
      );
    }
    const { userId, email } = owner;
    const { slug, added } = await withPerson(userId, (db) => loadSample(db, { userId, address: "127.0.0.1" }));
    console.log(`\n✓ ${added ? "Loaded" : "It was loaded before"}: sign in as ${email} and open /${slug}`);
  } catch (error) {
    if (!isEnding()) throw error;
  } finally {
    await disconnect();
    await stopDatabase();
  }
}
