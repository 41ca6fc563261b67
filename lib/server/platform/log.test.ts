import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";

it("heeds a level that is set after it is loaded, as one in .env is", () => {
  const said = (level: string) => {
    const script = `const { log } = await import("./lib/server/platform/log.ts");
      process.env.LOG_LEVEL = ${JSON.stringify(level)};
      log.info("info"); log.warn("warn"); log.error("error");`;
    const { LOG_LEVEL, ...env } = process.env;
    const args = ["--import", "tsx", "--input-type=module", "--eval", script];
    const lines = execFileSync(process.execPath, args, { encoding: "utf8", env }).trim().split("\n");
    return lines.filter(Boolean).map((line) => JSON.parse(line).msg);
  };
  expect(said("error")).toEqual(["error"]);
  expect(said("")).toEqual(["info", "warn", "error"]);
  expect(said("silent")).toEqual([]);
});
