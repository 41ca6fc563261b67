import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { assessmentFile, commandSuite, LIMIT, plumbline } from "../../tests/support/command";

const { scratch, scratchFile } = commandSuite();

describe("plumbline: own questionnaires", LIMIT, () => {
  const OVERLAY = `id: own-bank
version: 1.0.0
title: Zero Trust for our bank
base: { questionnaire: zero-trust, version: 1.0.0 }
weights: { identity: 3 }
hide: [network.admission]
`;

  it("are checked as in the editor, every problem with its line and column", async () => {
    const fine = scratchFile("own-bank.yaml", OVERLAY);
    const checked = await plumbline(["questionnaire", "check", fine]);
    expect(checked).toMatchObject({ code: 0, stderr: "" });
    expect(checked.stdout).toMatch(
      /own-bank 1\.0\.0, an overlay over zero-trust 1\.0\.0: 6 pillars, 72 topics, \d+ criteria\n/,
    );
    expect(checked.stdout).toMatch(/can be published/);

    const wrong = scratchFile(
      "wrong.yaml",
      OVERLAY.replace("network.admission", "network.admision").replace("identity: 3", "identity: 30"),
    );
    const refused = await plumbline(["questionnaire", "check", wrong]);
    expect(refused.code).toBe(1);
    expect(refused.stdout).toMatch(/wrong\.yaml:5:\d+ weights\.identity: /);
    const misfit = scratchFile("misfit.yaml", OVERLAY.replace("network.admission", "network.admision"));
    expect((await plumbline(["questionnaire", "check", misfit])).stdout).toContain(
      `${misfit}:6:8 hide.0: zero-trust 1.0.0 has no topic network.admision`,
    );
    const broken = await plumbline(["questionnaire", "check", "-"], { input: "id: [own-bank" });
    expect([broken.code, broken.stdout]).toEqual([1, expect.stringMatching(/^-:1:\d+/)]);
  });

  it("are what an assessment file of theirs is scored by", async () => {
    const own = scratchFile("own.yaml", OVERLAY);
    const answers = [{ criterion: "identity.sign-in-strength.second-factor-everywhere", status: "met" }];
    const base = JSON.parse(assessmentFile(answers));
    const file = scratchFile("own.json", JSON.stringify({ ...base, questionnaire: "own-bank@1.0.0" }));
    const scored = await plumbline(["score", file, "--questionnaire", own]);
    expect(scored).toMatchObject({ code: 0, stderr: "" });
    const [mine, plain] = [
      JSON.parse(scored.stdout),
      JSON.parse((await plumbline(["score", scratchFile("base.json", JSON.stringify(base))])).stdout),
    ];
    // Identity weighs 3 of 8 in place of 1 of 6.
    expect((mine.overall.low - 1) / (plain.overall.low - 1)).toBeCloseTo(18 / 8, 9);
    expect(
      mine.pillars.flatMap(({ topics }: { topics: { id: string }[] }) => topics.map(({ id }) => id)),
    ).not.toContain("network.admission");
    const covered = await plumbline(["coverage", file, "--framework", "csf-2.0", "--questionnaire", own]);
    expect(covered).toMatchObject({ code: 0 });

    const other = await plumbline(["score", join(scratch, "base.json"), "--questionnaire", own]);
    expect(other).toEqual({
      code: 2,
      stdout: "",
      stderr: `$.questionnaire: names zero-trust 1.0.0, but ${own} holds own-bank 1.0.0\n`,
    });
    const wrong = scratchFile("wrong-own.yaml", OVERLAY.replace("own-bank", "bank"));
    const refused = await plumbline(["score", file, "--questionnaire", wrong]);
    expect([refused.code, refused.stdout]).toEqual([2, ""]);
    expect(refused.stderr).toMatch(/wrong-own\.yaml:1:\d+ id: begins with own-/);
  });
});
