import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { assessmentFile, commandSuite, LIMIT, plumbline } from "../../tests/support/command";

const { scratch, scratchFile } = commandSuite();

describe("plumbline: bad input", LIMIT, () => {
  const bad: readonly (readonly [name: string, args: () => readonly string[], stderr: RegExp])[] = [
    ["no command", () => [], /^plumbline: no command is given\n/],
    ["an unknown command", () => ["scor"], /^plumbline: there is no command "scor"\n/],
    [
      "an unknown option",
      () => ["score", "x.json", "--as-off", "2026-01-01"],
      /^plumbline: Unknown option '--as-off'\n/,
    ],
    ["an option of another command", () => ["score", "x.json", "--out", "x.pdf"], /^plumbline: --out doesn't belong/],
    [
      "a day that doesn't exist",
      () => ["score", "x.json", "--as-of", "2026-02-30"],
      /^plumbline: --as-of must be a day that exists/,
    ],
    ["no such file", () => ["score", join(scratch, "none.json")], /^there is no file /],
    ["a folder", () => ["score", scratch], / is a folder, not a file\n$/],
    [
      "a binary file",
      () => ["score", scratchFile("a.zip", Uint8Array.of(0x50, 0x4b, 3, 4, 0xff, 0xfe))],
      /^\$: the file is not UTF-8 text but binary/,
    ],
    [
      "a file of 50 MB",
      () => ["score", scratchFile("large.json", new Uint8Array(50 * 1024 * 1024))],
      /^\$: the file has 50 MB; at most 20 MB are read\n$/,
    ],
    [
      "an unknown questionnaire",
      () => ["questionnaire", "show", "none"],
      /^no questionnaire is called "none"; known: .*zero-trust/,
    ],
    [
      "an unknown version",
      () => ["questionnaire", "show", "zero-trust", "--version", "0.0.1"],
      /^zero-trust has no version "0.0.1"/,
    ],
    ["an unknown model", () => ["model", "show", "none"], /^no model is called "none"; known: .*cisa-ztmm/],
    [
      "an unknown model of a file",
      () => ["score", scratchFile("none.json", assessmentFile([])), "--model", "none"],
      /^no model is called "none"; known: zero-trust, cisa-ztmm/,
    ],
    ["no word after model", () => ["model"], /^plumbline: model needs list, show, check or lock\n/],
    ["coverage of nothing", () => ["coverage", "x.json"], /^plumbline: coverage needs --framework ID\n/],
    [
      "an unknown framework",
      () => ["coverage", "x.json", "--framework", "none"],
      /^no framework is called "none"; known: csf-2.0, /,
    ],
    ["an attack matrix of no file", () => ["attack"], /^plumbline: attack needs one FILE\n/],
    ["a report without a place", () => ["report", "x.json"], /^plumbline: report needs --out/],
  ];

  it.each(bad)("%s gives exit code 2, a message and no output", async (_, args, stderr) => {
    const result = await plumbline(args());
    expect(result.stderr).toMatch(stderr);
    expect(result).toMatchObject({ code: 2, stdout: "" });
  });

  it("tells every problem of a file on a line of its own, with its path", async () => {
    const criterion = "identity.sign-in-strength.none-such";
    const input = assessmentFile([
      { criterion, status: "partly" },
      { criterion, status: "met", coverage: 1.4 },
    ]);
    const result = await plumbline(["score", "-"], { input });
    expect(result).toMatchObject({ code: 2, stdout: "" });
    expect(
      result.stderr
        .trimEnd()
        .split("\n")
        .map((line) => line.split(":")[0]),
    ).toEqual([
      "$.answers[0].criterion",
      "$.answers[0].coverage",
      "$.answers[1].criterion",
      "$.answers[1].criterion",
      "$.answers[1].coverage",
    ]);
  });
});
