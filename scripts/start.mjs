// `npm start`: from a fresh clone to a served application. A second start does none of the work again.
import { bootstrap, fail } from "./bootstrap.mjs";

// Whoever reads the output may go first (`npm start | head -1`, a terminal that was closed). What can't be written any more is lost; without a
// listener it would be an uncaught error, whose report can't be written either, and so on for ever.
for (const output of [process.stdout, process.stderr]) output.on("error", () => {});

console.log("Plumbline");
bootstrap();
process.env.NODE_ENV = process.argv.includes("--dev") ? "development" : "production";
process.env.NEXT_TELEMETRY_DISABLED = "1";
const { register: registerTypeScript } = await import("tsx/esm/api");
registerTypeScript();
const { serve } = await import("./serve.ts");
try {
  await serve({ mode: process.argv.includes("--dev") ? "development" : "production" });
} catch (error) {
  if (error?.name === "StartupError") fail(error.message, error.help);
  console.error(error);
  fail(
    "Plumbline could not start.",
    "The message above says more. If it looks like a fault of Plumbline, please report it with that message.",
  );
}
