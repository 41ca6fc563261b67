// `npm run sample`: loads the sample organization for the first owner, into an installation that runs or doesn't.
import { bootstrap, fail } from "./bootstrap.mjs";

console.log("Plumbline: sample organization");
bootstrap();
const { register: registerTypeScript } = await import("tsx/esm/api");
registerTypeScript();
const { sample } = await import("./sample.ts");
try {
  await sample();
} catch (error) {
  if (error?.name === "StartupError") fail(error.message, error.help);
  console.error(error);
  fail("The sample could not be loaded.", "The message above says more. Nothing of it was kept.");
}
