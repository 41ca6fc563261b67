import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { PillarRow } from "@/lib/core/review/describe-pillars";
import type { ReviewPart, ReviewRow } from "@/lib/core/review/describe-review";
import { AppRouter } from "../../tests/support/app-router";
import { PillarReviews } from "./pillar-reviews";
import { ReviewBoard } from "./review-board";

const row = (key: string, more: Partial<ReviewRow> = {}): ReviewRow => ({
  ...{ key, kind: "no-evidence", pillar: "identity", criterion: key, statement: `Statement ${key}`, place: "Identity" },
  ...{ also: [], lines: [{ what: "Claim", text: "Met" }], href: "/here/walk" },
  accept: { label: "Accept claim", path: "/review/marks", method: "POST", done: "Done." },
  ...more,
});
const pillar = (id: string, state: PillarRow["state"], more: Partial<PillarRow> = {}): PillarRow => ({
  ...{ id, title: id, state, stateWords: state, about: [], remains: [], exceptions: "", waiting: 0, print: "p" },
  ...more,
});
const draw = (node: React.ReactNode) => renderToStaticMarkup(<AppRouter>{node}</AppRouter>);

it("opens the first thing with its keys, and says of one's own that it needs another reviewer", () => {
  const parts: readonly ReviewPart[] = [
    { kind: "no-evidence", title: "Claims without evidence", rows: [row("one"), row("two")] },
    { kind: "evidence", title: "Evidence to accept", rows: [row("three", { accept: null, blocked: "It is yours." })] },
  ];
  const html = draw(<ReviewBoard parts={parts} api="/api" mayAsk />);
  expect(html.match(/aria-expanded="true"/g)).toHaveLength(1);
  expect(html).toMatch(/aria-keyshortcuts="A"/);
  expect(html.match(/needs another reviewer/g)).toHaveLength(1);
  expect(html).not.toContain("style=");
});

it("offers of each pillar the next step that one may take", () => {
  const rows = [
    pillar("identity", "in-progress"),
    pillar("devices", "in-review"),
    pillar("apps", "reopened", { own: "You answered 1 criterion in it." }),
    pillar("data", "signed-off"),
  ];
  const buttons = (node: React.ReactNode) =>
    [...draw(node).matchAll(/<button[^>]*>(.*?)<\/button>/gs)].map(([, inner]) =>
      (inner ?? "").replace(/<[^>]+>/g, ""),
    );
  const shown = (props: { sends: "all" | readonly string[]; signs: boolean; approved?: boolean }) =>
    buttons(<PillarReviews rows={rows} api="/api" approved={false} {...props} />);
  const steps = shown({ sends: "all", signs: true });
  expect(steps).toContain("Send identity to review");
  expect(steps).toContain("Take back devices");
  expect(steps).toContain("Sign off devices");
  expect(steps).toContain("Take sign-off back of data");
  expect(shown({ sends: ["devices"], signs: false }).filter((step) => /review|Sign off/.test(step))).toEqual([]);
  expect(shown({ sends: "all", signs: true, approved: true })).toEqual([]);
});
