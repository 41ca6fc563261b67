import { describe, expect, it } from "vitest";
import { type SmallAnswer, smallClaims } from "../../../tests/support/small-model";
import { titledQuestionnaire } from "../../../tests/support/titled-questionnaire";
import { compileModel } from "../scoring/compile-model";
import { scoreAssessment } from "../scoring/score";
import { type ComparedScope, compareScopes } from "./comparison";

const content = titledQuestionnaire({
  pillars: {
    devices: { topics: { inventory: { gate: true, criteria: { advanced: { listed: 1 }, optimal: { live: 1 } } } } },
    network: { topics: { segments: { gate: true, criteria: { advanced: { zoned: 1 }, optimal: { micro: 1 } } } } },
  },
});

function scope(slug: string, answers: Record<string, SmallAnswer>, version = content.version): ComparedScope {
  return {
    slug,
    scope: slug,
    name: "2026",
    state: "draft",
    questionnaire: { ...content, version },
    score: scoreAssessment(compileModel(content), smallClaims(answers)),
    target: { pillars: { devices: 2.5, network: 2 } },
    href: `/${slug}`,
    pillarHref: (pillar) => `/${slug}/${pillar}`,
  };
}

describe("compareScopes", () => {
  it("says who leads and where they lie apart, from the rows that it gives", () => {
    const found = compareScopes([
      scope("Group", { listed: "met", live: "met", zoned: 0.5, micro: "not-met" }),
      scope("North", { listed: "met", live: "not-met", zoned: "met", micro: "not-met" }),
    ]);
    // Group: (3 + 1.5) ÷ 2; North: (2 + 2) ÷ 2.
    expect(found.rows.map(({ id, levels }) => [id, levels.map(({ low }) => low)])).toEqual([
      ["overall", [2.25, 2]],
      ["devices", [3, 2]],
      ["network", [1.5, 2]],
    ]);
    expect(found.rows[0]?.levels[0]).toMatchObject({ target: 2.25, href: "/Group", stage: { name: "Traditional" } });
    expect(found.sentence).toBe("Group, 2026 leads North, 2026 by 0.25. They lie furthest apart in Devices: 1.00.");
    expect(found.caution).toBe("");
    expect(found.scopes.map(({ known }) => known)).toEqual(["100\u00a0%", "100\u00a0%"]);
  });

  it("leaves out what has no score, and warns where the content differs", () => {
    const found = compareScopes([
      scope("Group", { zoned: "na", micro: "na", listed: "met" }),
      scope("North", { listed: "na", live: "na", zoned: "na", micro: "na" }, "2.0.0"),
    ]);
    expect(found.rows.map(({ id, levels }) => [id, levels.map(({ slug }) => slug)])).toEqual([
      ["overall", ["Group"]],
      ["devices", ["Group"]],
    ]);
    expect(found.sentence).toBe("Group, 2026 stands at 2.00.");
    expect(found.caution).toContain(`${content.version} and ${content.id} 2.0.0`);
    expect(compareScopes([]).sentence).toBe("None of them has a score.");
  });
});
