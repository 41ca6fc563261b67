// `npm run bench`: every benchmark is a ratio measured in one run; the README's figures come from here.
import { bootstrap } from "./bootstrap.mjs";

bootstrap();
process.env.NEXT_TELEMETRY_DISABLED = "1";
const { register } = await import("tsx/esm/api");
register();
const { runBenchmarks } = await import("../tests/bench/run.ts");
process.exit((await runBenchmarks(process.argv.slice(2))) ? 0 : 1);
