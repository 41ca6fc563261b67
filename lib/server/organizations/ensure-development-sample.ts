import { openSetupLink } from "../access/setup-link";
import { redeemSetupLink } from "../people/redeem-setup-link";
import { disconnect, withPerson } from "../platform/database/client";
import { randomToken } from "../platform/secrets";
import { firstOwner } from "./first-owner";
import { loadSample } from "./load-sample";

const EMAIL = "dev@example.org";

/**
 * Gives an installation without any account one to develop with, and the sample organization. For development only: it
 * goes through the set-up link like everybody, but nobody has to open it.
 *
 * @param ownerUrl the database's owner; the app's own connection is read from APP_DATABASE_URL
 * @param secret the installation's
 * @returns how to sign in, told this once; undefined when there is an account already
 */
export async function ensureDevelopmentSample(
  ownerUrl: string,
  secret: string,
): Promise<{ email: string; password: string; slug: string } | undefined> {
  const link = await openSetupLink(ownerUrl, secret);
  if (!link) return undefined;
  const password = randomToken();
  await redeemSetupLink({ token: link.token, name: "Developer", email: EMAIL, password, organization: "Development" });
  const owner = await firstOwner(ownerUrl);
  if (!owner) throw new Error("the set-up link made no owner");
  const { userId } = owner;
  const { slug } = await withPerson(userId, (db) => loadSample(db, { userId, address: "127.0.0.1" }));
  // The app opens its own.
  await disconnect();
  return { email: EMAIL, password, slug };
}
