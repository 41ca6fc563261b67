import { describe, expect, it } from "vitest";
import { SMALL_OUTLINE, SMALL_WALK_MODEL } from "../../../tests/support/small-walk";
import { scoreAssessment } from "../scoring/score";
import type { Answer } from "../scoring/types";
import { walkRows } from "./progress";

const rowsOf = (answers: ReadonlyMap<string, Answer>, profile: Record<string, boolean>) => {
  const score = scoreAssessment(SMALL_WALK_MODEL, { answers, evidence: [], profile, asOf: "2026-11-27" });
  const known = (id: string) => (answers.get(id)?.status ?? "unknown") !== "unknown";
  return { score, rows: walkRows(SMALL_OUTLINE, score, profile, known) };
};

describe("walkRows", () => {
  const answers = new Map<string, Answer>([
    ["identity.sign-in.second-factor", { status: "met" }],
    ["identity.sign-in.no-legacy", { status: "unknown" }],
  ]);

  it("counts as the score counts", () => {
    const { rows, score } = rowsOf(answers, {});
    for (const row of rows) {
      expect(row.progress).toEqual({ answered: row.score?.answered, inScope: row.score?.inScope });
    }
    expect(rows[0]?.topics[0]).toMatchObject({ open: 2, inScope: true });
    expect(score.answered).toBe(1);
  });

  it("keeps topics out of scope apart: no score, nothing to do", () => {
    const { rows } = rowsOf(answers, { offices: false });
    expect(rows[1]).toMatchObject({ progress: { answered: 0, inScope: 0 }, score: undefined });
    expect(rows[1]?.topics[0]).toMatchObject({ inScope: false, score: undefined });
  });
});
