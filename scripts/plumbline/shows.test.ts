import { describe, expect, it } from "vitest";
import { LIMIT, plumbline } from "../../tests/support/command";

describe("plumbline: what it shows", LIMIT, () => {
  it("explains itself", async () => {
    const result = await plumbline(["--help"]);
    expect(result).toMatchObject({ code: 0, stderr: "" });
    expect(result.stdout).toContain("plumbline score FILE");
  });

  it("shows a questionnaire in the published shape", async () => {
    const { code, stdout } = await plumbline(["questionnaire", "show", "zero-trust"]);
    expect(code).toBe(0);
    const shown = JSON.parse(stdout);
    expect(Object.keys(shown)).toEqual(["id", "version", "threshold", "stages", "pillars"]);
    expect(shown.stages).toEqual(["traditional", "advanced", "optimal"]);
    expect(Object.keys(shown.pillars[0])).toEqual(["id", "title", "weight", "topics"]);
    expect(Object.keys(shown.pillars[0].topics[0])).toEqual(["id", "title", "prompt", "weight", "gate", "criteria"]);
    expect(Object.keys(shown.pillars[0].topics[0].criteria[0])).toEqual([
      "id",
      "stage",
      "statement",
      "weight",
      "principles",
      "drivers",
      "crosswalk",
    ]);
  });

  it("shows the newest version, or the one that is named", async () => {
    const versionOf = async (...args: string[]) =>
      JSON.parse((await plumbline(["questionnaire", "show", ...args])).stdout).version;
    expect(await versionOf("zero-trust")).toBe("1.2.0");
    expect(await versionOf("zero-trust@1.1.0")).toBe("1.1.0");
    expect(await versionOf("zero-trust@1.0.0")).toBe("1.0.0");
    expect(await versionOf("zero-trust", "--version", "1.0.0")).toBe("1.0.0");
  });

  it("lists models, and shows one in the shape of a questionnaire", async () => {
    const listed = JSON.parse((await plumbline(["model", "list"])).stdout);
    expect(listed.map(({ id }: { id: string }) => id)).toEqual(
      expect.arrayContaining(["zero-trust", "cisa-ztmm", "dod-zero-trust", "nist-800-207"]),
    );
    for (const model of listed) expect(Object.keys(model)).toEqual(["id", "version", "name", "criteria"]);
    const { stdout } = await plumbline(["model", "show", "dod-zero-trust"]);
    const shown = JSON.parse(stdout);
    expect(Object.keys(shown)).toEqual(["id", "version", "threshold", "stages", "pillars"]);
    expect(shown.stages).toEqual(["baseline", "target", "advanced"]);
    const topics: { id: string; criteria: { id: string; condition?: string }[] }[] = shown.pillars.flatMap(
      (pillar: { topics: object[] }) => pillar.topics,
    );
    expect(topics).toHaveLength(45);
    const criteria = topics.flatMap((topic) => topic.criteria);
    expect(new Set(criteria.map(({ id }) => id)).size).toBe(
      listed.find(({ id }: { id: string }) => id === "dod-zero-trust").criteria,
    );
    expect(criteria.some(({ condition }) => condition === "develops-software")).toBe(true);
  });
});
