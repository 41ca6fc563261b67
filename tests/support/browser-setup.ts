import { startApp } from "./app-server";

/** Who the browser tests sign in as; made through the set-up page, as a newcomer would. */
export const OWNER = { name: "Security lead", email: "lead@example.org", password: "seven plain words in a row 7", organization: "Harbour Works" };

/** One running application for all browser tests; its origin stands in the environment. */
export default async function setup(): Promise<() => Promise<void>> {
  const app = await startApp();
  process.env.PLUMBLINE_ORIGIN = app.origin;
  process.env.PLUMBLINE_SETUP = app.setupLink ?? "";
  return () => app.stop();
}
