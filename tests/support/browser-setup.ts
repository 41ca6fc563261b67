import { startApp } from "./app-server";

/** Who the browser tests sign in as. */
export const OWNER = { name: "Security lead", email: "lead@example.org", password: "seven plain words in a row 7" };

/** One running application for all browser tests, with an owner and an organization; where it is stands in the environment. */
export default async function setup(): Promise<() => Promise<void>> {
  const app = await startApp();
  const token = app.setupLink?.split("/setup/")[1];
  const response = await fetch(`${app.origin}/api/setup`, {
    method: "POST",
    headers: { "Content-Type": "application/json", origin: app.origin },
    body: JSON.stringify({ token, ...OWNER, organization: "Harbour Works" }),
  });
  if (!response.ok) throw new Error(`set-up failed: ${response.status} ${await response.text()}`);
  const { organization } = (await response.json()) as { organization: string };
  process.env.PLUMBLINE_ORIGIN = app.origin;
  process.env.PLUMBLINE_ORGANIZATION = organization;
  return () => app.stop();
}
