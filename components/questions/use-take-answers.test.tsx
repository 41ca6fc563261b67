// @vitest-environment happy-dom
import { act, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Comparison } from "@/components/blind/comparison";
import { InterviewList } from "@/components/interview/interview-list";
import { AppRouter } from "../../tests/support/app-router";
import "../../tests/support/draw";

afterEach(() => vi.unstubAllGlobals());

/** Draws, presses one button, and gives the changes that were sent, with what the page says then. */
async function press(name: string, node: ReactNode) {
  const sent: unknown[] = [];
  vi.stubGlobal("fetch", async (_: string, { body }: { body: string }) => {
    const { changes } = JSON.parse(body);
    sent.push(...changes);
    return Response.json({ results: changes.map(() => ({ result: "saved" })) });
  });
  const container = document.body.appendChild(document.createElement("div"));
  await act(async () => createRoot(container).render(<AppRouter>{node}</AppRouter>));
  const buttons = [...container.querySelectorAll("button")];
  await act(async () => buttons.find((one) => (one.getAttribute("aria-label") ?? one.textContent) === name)?.click());
  return { sent, says: container.textContent ?? "" };
}

const MET = { status: "met" } as const;
const NOT_MET = { status: "not-met" } as const;
const AGREEMENT = { judged: 1, agreed: 1, kappa: null };

describe("an answer that is taken over from an interview", () => {
  const list = (heldNote: string) => (
    <InterviewList
      api="/api"
      locked={false}
      statements={{ a: "Fact a" }}
      interviews={[
        {
          id: "1",
          person: "Ada",
          state: "finished",
          topics: ["Topic"],
          asked: 1,
          answered: 1,
          expiresAt: "2026-12-24T00:00:00Z",
          comparison: [
            { criterion: "a", said: MET, note: "seen in May", held: null, heldNote, base: 3, standing: "new" },
          ],
        },
      ]}
    />
  );

  it("keeps the team's note", async () => {
    const { sent } = await press("Take over 1 answer", list("ours"));
    expect(sent).toEqual([{ criterion: "a", base: 3, status: "met", note: "ours\n\nAda: seen in May" }]);
  });

  it("leaves a note without room as it is, and says so", async () => {
    const { sent, says } = await press("Take over 1 answer", list("x".repeat(19_995)));
    expect(sent).toEqual([{ criterion: "a", base: 3, status: "met" }]);
    expect(says).toContain("1 note had no room");
  });
});

describe("an answer that is taken over from a blind round", () => {
  const round = (second: typeof MET | typeof NOT_MET) => (
    <Comparison
      api="/api"
      locked={false}
      first="Ada"
      second="Bo"
      agreement={AGREEMENT}
      byPillar={[]}
      pairs={[
        {
          criterion: "a",
          statement: "Fact a",
          place: "Pillar, topic",
          first: MET,
          second,
          firstNote: "seen in May",
          secondNote: "but not abroad",
          held: NOT_MET,
          heldNote: "ours",
          base: 3,
        },
      ]}
    />
  );

  it("carries what both noted, each under their own name", async () => {
    const { sent } = await press("Take over 1", round(MET));
    const note = "ours\n\nAda: seen in May\n\nBo: but not abroad";
    expect(sent).toEqual([{ criterion: "a", base: 3, status: "met", note }]);
  });

  it("carries what the one noted whose answer is taken", async () => {
    const { sent } = await press("Take what Ada said: Fact a", round(NOT_MET));
    expect(sent).toEqual([{ criterion: "a", base: 3, status: "met", note: "ours\n\nAda: seen in May" }]);
  });
});
