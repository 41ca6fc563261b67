// @vitest-environment happy-dom
import { act, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, expect, it, vi } from "vitest";
import type { PillarRow } from "@/lib/core/review/describe-pillars";
import type { ReviewRow } from "@/lib/core/review/describe-review";
import { AppRouter } from "../../tests/support/app-router";
import "../../tests/support/draw";
import { PillarActions } from "./pillar-actions";
import { ReviewBoard } from "./review-board";

const CHANGED = { kind: "conflict", title: "This has changed since you saw it. Look again." };

/** A page whose server refuses everything that names another print than the one that stands. */
async function page(draw: (print: string) => ReactNode) {
  let stands = "seen";
  const sent: unknown[] = [];
  vi.stubGlobal("fetch", async (_: string, { body }: { body: string }) => {
    sent.push(JSON.parse(body));
    const refused = JSON.parse(body).print !== stands;
    return refused ? Response.json(CHANGED, { status: 409 }) : new Response(null, { status: 204 });
  });
  const container = document.body.appendChild(document.createElement("div"));
  const root = createRoot(container);
  const show = () =>
    root.render(
      <AppRouter refresh={show}>
        <p>{stands}</p>
        {draw(stands)}
      </AppRouter>,
    );
  await act(async () => show());
  return {
    sent,
    text: () => container.textContent,
    change: () => {
      stands = "changed";
    },
    press: async (label: string) => {
      const button = [...container.querySelectorAll("button")].filter(({ textContent }) => textContent.includes(label));
      await act(async () => button.at(-1)?.click());
    },
  };
}
afterEach(() => vi.unstubAllGlobals());

const row = (print: string): ReviewRow => ({
  ...{
    key: "evidence:one",
    kind: "evidence",
    pillar: "identity",
    criterion: "one",
    statement: "One",
    place: "Identity",
  },
  ...{ also: [], lines: [{ what: "Evidence", text: `Scan as ${print}` }], href: "/here/walk" },
  accept: { label: "Accept evidence", path: "/evidence/e/review", method: "PATCH", body: { print }, done: "Done." },
});

it("shows what stands now where what was seen has changed, and sends that the next time", async () => {
  const parts = (print: string) => [{ kind: "evidence", title: "Evidence to accept", rows: [row(print)] }] as const;
  const { change, press, sent, text } = await page((print) => <ReviewBoard parts={parts(print)} api="/api" mayAsk />);
  change();
  await press("Accept evidence");
  expect(text()).toContain(CHANGED.title);
  expect(text()).toContain("Scan as changed");
  await press("Accept evidence");
  expect(text()).not.toContain(CHANGED.title);
  expect(sent).toEqual([{ print: "seen" }, { print: "changed" }]);
});

it("says so too where what was seen has left the queue", async () => {
  const parts = (print: string) =>
    [{ kind: "evidence", title: "Evidence to accept", rows: print === "seen" ? [row(print)] : [] }] as const;
  const { change, press, text } = await page((print) => <ReviewBoard parts={parts(print)} api="/api" mayAsk />);
  change();
  await press("Accept evidence");
  expect(text()).toContain(CHANGED.title);
  expect(text()).not.toContain("Scan as");
});

it("keeps the sign-off open with what is stated now", async () => {
  const pillar = (print: string): PillarRow => ({
    ...{
      id: "identity",
      title: "Identity",
      state: "in-review",
      stateWords: "in review",
      about: [],
      exceptions: "none",
    },
    ...{ remains: [`level of ${print}`], waiting: 0, print },
  });
  const { change, press, sent, text } = await page((print) => (
    <PillarActions row={pillar(print)} api="/api" sends={false} signs />
  ));
  await press("Sign off");
  change();
  await press("Sign off");
  expect(text()).toContain(CHANGED.title);
  expect(text()).toContain("level of changed");
  await press("Sign off");
  expect(sent).toEqual([{ print: "seen" }, { print: "changed" }]);
});
