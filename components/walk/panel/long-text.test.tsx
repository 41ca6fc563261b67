// @vitest-environment happy-dom
import { act, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { AskBack } from "@/components/review/ask-back";
import { giveDevice } from "../../../tests/support/device";
import "../../../tests/support/draw";
import { smallWalk } from "../../../tests/support/small-walk";
import { ReasonEntry } from "../reason-entry";
import { typedKey } from "../store/walk-state";
import { createWalkStore, type WalkStore } from "../store/walk-store";
import { BulkEntry } from "../table/bulk-entry";
import { useWalkState, WalkProvider } from "../walk-context";
import { CommentComposer } from "./comment-composer";
import { ExceptionForm } from "./exception-form";
import { QuestionPart } from "./question-part";

const CRITERION = "identity.sign-in.second-factor";

giveDevice();

let sent: unknown[];
let store: WalkStore;
let leave: () => Promise<void>;

beforeEach(() => {
  localStorage.clear();
  sent = [];
  store = createWalkStore(smallWalk({}), "identity.sign-in", undefined);
  vi.stubGlobal("fetch", async (_: string, { method, body }: RequestInit) => {
    if (method !== "GET") sent.push(JSON.parse(String(body)));
    return Response.json({ title: "Not today." }, { status: 409 });
  });
});
afterEach(async () => {
  await leave();
  vi.unstubAllGlobals();
});

async function open(node: ReactNode) {
  const container = document.body.appendChild(document.createElement("div"));
  const root = createRoot(container);
  leave = async () => {
    await act(async () => root.unmount());
    container.remove();
  };
  await act(async () => root.render(<WalkProvider store={store}>{node}</WalkProvider>));
  const field = (name: string) => container.querySelector<HTMLTextAreaElement | HTMLInputElement>(name);
  await vi.waitFor(() => act(async () => expect(field("input, textarea, button")).not.toBeNull()));
  return {
    text: () => container.textContent ?? "",
    value: (name: string) => field(name)?.value,
    /** As a browser pastes: what is over the field's own limit is cut off. */
    paste: async (name: string, text: string) => {
      const into = field(name);
      if (!into) throw new Error(`no ${name}`);
      const kept = into.maxLength > 0 ? text.slice(0, into.maxLength) : text;
      const proto = into instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
      await act(async () => {
        Object.getOwnPropertyDescriptor(proto, "value")?.set?.call(into, kept);
        into.dispatchEvent(new Event("input", { bubbles: true }));
      });
    },
    press: (name: string) =>
      act(async () => [...container.querySelectorAll("button")].find((one) => one.textContent === name)?.click()),
  };
}

it("cuts nothing off a comment, says how much is too much, and sends it once it fits", async () => {
  const page = await open(<CommentComposer place={{ topic: "identity.sign-in" }} label="Comment on this topic" />);
  await page.paste("textarea", "a".repeat(12_000));
  expect(page.value("textarea")).toHaveLength(12_000);
  expect(page.text()).toContain("2,000 characters too many: a comment holds 10,000.");
  await page.press("Comment");
  expect(sent).toEqual([]);
  await page.paste("textarea", "b".repeat(10_000));
  expect(page.text()).not.toContain("too many");
  await page.press("Comment");
  expect(sent).toMatchObject([{ body: "b".repeat(10_000) }]);
});

it("does the same for the texts of a form", async () => {
  const page = await open(<ExceptionForm criterion={CRITERION} onDone={() => {}} />);
  await page.paste("[name=owner]", "Ada");
  await page.paste("[name=expires]", "2027-01-31");
  await page.paste("[name=reason]", "a".repeat(2_001));
  await page.paste("[name=risk]", "r".repeat(3_500));
  expect(page.value("[name=risk]")).toHaveLength(3_500);
  expect(page.text()).toContain("1 character too many: a reason holds 2,000.");
  expect(page.text()).toContain("1,500 characters too many: this field holds 2,000.");
  await page.press("Propose exception");
  expect(sent).toEqual([]);
  await page.paste("[name=reason]", "a");
  await page.paste("[name=risk]", "");
  await page.press("Propose exception");
  expect(sent).toMatchObject([{ reason: "a" }]);
});

it.each([
  ["in the walk", <QuestionPart key="1" criterion={CRITERION} readOnly={false} begun />],
  ["in review", <AskBack key="2" api="/api" criterion={CRITERION} onAsked={() => {}} onCancel={() => {}} />],
])("does the same for a question %s", async (_, node) => {
  const page = await open(node);
  await page.paste("textarea", "a".repeat(2_400));
  await page.press("Ask");
  expect(page.text()).toContain("400 characters too many: a question holds 2,000.");
  expect(sent).toEqual([]);
  await page.paste("textarea", "a".repeat(2_000));
  await page.press("Ask");
  expect(sent).toMatchObject([{ text: "a".repeat(2_000) }]);
});

/** As its row shows it: with what is being typed. */
function Reason() {
  const { typed } = useWalkState("typed");
  const text = typed.get(typedKey({ topic: "identity.sign-in", criterion: CRITERION, field: "reason" }))?.text ?? "";
  return <ReasonEntry criterion={CRITERION} typed={text} wish={null} />;
}

it("takes a reason only once it fits, for one criterion and for many", async () => {
  const one = await open(<Reason />);
  await one.paste("input", "a".repeat(2_400));
  await one.press("Save reason");
  expect(one.value("input")).toHaveLength(2_400);
  expect(one.text()).toContain("400 characters too many: a reason holds 2,000.");
  expect(store.answers().size).toBe(0);
  await one.paste("input", "a".repeat(2_000));
  await one.press("Save reason");
  expect(store.answers().get(CRITERION)).toMatchObject({ reason: "a".repeat(2_000) });
  await leave();

  const other = "identity.sign-in.no-legacy";
  store.set({ selected: new Set([other]), bulk: "not-applicable" });
  const many = await open(<BulkEntry status="not-applicable" />);
  await many.paste("input", "b".repeat(2_400));
  await many.press("Answer 1 row");
  expect(many.value("input")).toHaveLength(2_400);
  expect(many.text()).toContain("400 characters too many: a reason holds 2,000.");
  expect(store.answers().has(other)).toBe(false);
  await many.paste("input", "b");
  await many.press("Answer 1 row");
  expect(store.answers().get(other)).toMatchObject({ reason: "b" });
});
