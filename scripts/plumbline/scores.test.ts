import { describe, expect, it } from "vitest";
import { assessmentFile, commandSuite, LIMIT, plumbline } from "../../tests/support/command";

const { scratchFile } = commandSuite();

describe("plumbline: what it scores", LIMIT, () => {
  it("scores one file in several models, and says how it stands to frameworks and techniques", async () => {
    const file = scratchFile(
      "some.json",
      assessmentFile([
        { criterion: "identity.sign-in-strength.second-factor-everywhere", status: "met" },
        { criterion: "identity.sign-in-strength.no-legacy-protocols", status: "not-met" },
      ]),
    );
    const cisa = JSON.parse((await plumbline(["score", file, "--model", "cisa-ztmm", "--as-of", "2026-06-01"])).stdout);
    expect(Object.keys(cisa)).toEqual(["asOf", "overall", "completeness", "answered", "inScope", "pillars"]);
    expect(cisa).toMatchObject({ answered: 2, overall: { stage: "traditional", stageVerified: "traditional" } });
    expect(cisa.pillars[0].topics[0].id).toBe("identity.authentication");

    const csf = JSON.parse((await plumbline(["coverage", file, "--framework", "csf-2.0"])).stdout);
    expect(csf.note).toContain("it is not compliance");
    expect(csf.controls).toHaveLength(csf.total);
    expect(csf.touched).toBeLessThan(csf.total);
    const control = csf.controls.find(({ id }: { id: string }) => id === "PR.AA-03");
    expect(control).toMatchObject({ state: "partly", met: 1, notMet: 1, partly: 0 });
    expect(control.of).toHaveLength(control.criteria);

    const dod = JSON.parse((await plumbline(["coverage", file, "--framework", "dod-zero-trust"])).stdout);
    const mfa = dod.capabilities.find(({ id }: { id: string }) => id === "1.3");
    expect(mfa).toMatchObject({ activities: 3, asked: 2, met: 0, share: 0, notAsked: ["1.3.3"] });
    expect(mfa.missingForTarget[0].criteria).toContain("identity.sign-in-strength.no-legacy-protocols");
    expect(mfa.missingForTarget[0].criteria).not.toContain("identity.sign-in-strength.second-factor-everywhere");

    const attack = JSON.parse((await plumbline(["attack", file])).stdout);
    expect(attack.tactics).toHaveLength(15);
    const access = attack.tactics.find(({ title }: { title: string }) => title === "Initial Access");
    expect(access.techniques.find(({ id }: { id: string }) => id === "T1078")).toMatchObject({ state: "partly" });
    expect(access.techniques.find(({ id }: { id: string }) => id === "T1078.004")).toMatchObject({ state: "open" });
  });

  it("scores a file by the version that it names, and one that leaves everything out", async () => {
    const shown = JSON.parse((await plumbline(["questionnaire", "show", "zero-trust@1.0.0"])).stdout);
    const criteria: string[] = shown.pillars.flatMap((pillar: { topics: { criteria: { id: string }[] }[] }) =>
      pillar.topics.flatMap((topic) => topic.criteria.map(({ id }) => id)),
    );
    const met = criteria.map((criterion) => ({
      criterion,
      status: "met",
      evidence: [{ title: "export", date: "2026-05-01", expires: "2026-06-01", verdict: "supports", accepted: true }],
    }));
    const file = scratchFile("met.json", assessmentFile(met));
    const keys = ["low", "high", "verified", "stage", "stageHigh", "stageVerified"];

    const before = JSON.parse((await plumbline(["score", file, "--as-of", "2026-05-31"])).stdout);
    expect(Object.keys(before)).toEqual(["asOf", "overall", "completeness", "answered", "inScope", "pillars"]);
    expect(Object.keys(before.overall)).toEqual(keys);
    expect(Object.keys(before.pillars[0])).toEqual(["id", ...keys, "topics"]);
    expect(Object.keys(before.pillars[0].topics[0])).toEqual(["id", ...keys]);
    expect(before).toMatchObject({
      asOf: "2026-05-31",
      overall: { low: 3, high: 3, verified: 3, stage: "optimal", stageHigh: "optimal", stageVerified: "optimal" },
      completeness: 1,
      answered: criteria.length,
      inScope: criteria.length,
    });

    const after = JSON.parse((await plumbline(["score", file, "--as-of", "2026-06-01"])).stdout);
    expect(after.overall).toMatchObject({ low: 3, verified: 1, stageVerified: "traditional" });

    const none = criteria.map((criterion) => ({
      criterion,
      status: "not-applicable",
      reason: "none here",
      accepted: true,
    }));
    const result = await plumbline(["score", "-"], { input: assessmentFile(none) });
    expect(result.code).toBe(0);
    expect(JSON.parse(result.stdout)).toMatchObject({
      overall: { low: null, high: null, verified: null, stage: null, stageHigh: null, stageVerified: null },
      completeness: 1,
      pillars: [],
    });
  });
});
