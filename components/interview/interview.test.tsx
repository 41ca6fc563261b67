// @vitest-environment happy-dom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Said } from "@/lib/core/said/said";
import { LONGEST } from "@/lib/core/words/long-text";
import { giveDevice } from "../../tests/support/device";
import "../../tests/support/draw";
import { Interview } from "./interview";

const CRITERIA = ["a", "b"].map((id) => ({ id, stage: "First", statement: `Fact ${id}`, check: "Look.", look: [] }));
const TOPICS = [{ id: "t", title: "Topic", prompt: "How is it?", why: "It matters.", criteria: CRITERIA }];

/** What the server holds, and whether it can be reached. */
let server: Record<string, Said>;
let online: boolean;
let sent: number;
let token: string;
let pages: readonly (() => Promise<void>)[];
let count = 0;

giveDevice();

beforeEach(() => {
  server = {};
  online = true;
  sent = 0;
  pages = [];
  token = `token-${String(count++).padStart(8, "0")}`;
  sessionStorage.clear();
  vi.stubGlobal("fetch", async (_: string, { body }: { body: string }) => {
    if (!online) throw new TypeError("no connection");
    sent += 1;
    return Response.json(take(JSON.parse(body).said));
  });
});
afterEach(async () => {
  for (const leave of pages) await leave();
  vi.unstubAllGlobals();
});

/** As lib/server/interviews/say.ts: what is newer is taken, of the rest it tells what stands. */
function take(said: readonly (Said & { criterion: string })[]) {
  const standing: (Said & { criterion: string })[] = [];
  for (const { criterion, ...one } of said) {
    const stands = server[criterion];
    if (stands && stands.sequence >= one.sequence) standing.push({ criterion, ...stands });
    else server[criterion] = one;
  }
  return { kept: said.length - standing.length, standing };
}

/** Opens the link, as a new page of a tab. */
async function open() {
  const container = document.body.appendChild(document.createElement("div"));
  const root = createRoot(container);
  const interview = {
    organization: "Acme",
    keeping: "device" as const,
    person: "Ada",
    topics: TOPICS,
    said: { ...server },
    expiresAt: "2026-12-24T00:00:00Z",
    finished: false,
  };
  await act(async () => root.render(<Interview token={token} interview={interview} />));
  const row = (id: string) => container.querySelector(`[data-criterion="${id}"]`) as HTMLElement;
  const button = (of: Element, name: string) =>
    [...of.querySelectorAll("button")].find(({ textContent }) => textContent === name) as HTMLButtonElement;
  const leave = async () => {
    await act(async () => root.unmount());
    container.remove();
    await settle();
  };
  pages = [...pages, leave];
  await settle();
  return {
    press: async (id: string, name: string) => {
      await act(async () => button(row(id), name).click());
      await settle();
    },
    pressed: (id: string) => row(id).querySelector("[aria-pressed=true]")?.textContent ?? null,
    field: (id: string, kind: "input" | "textarea") => row(id).querySelector(kind),
    write: (id: string, kind: "input" | "textarea", text: string) => write(row(id).querySelector(kind), text),
    says: (id: string) => row(id).textContent ?? "",
    bar: () => container.querySelector("[data-save-state]")?.textContent ?? "",
    mayHandIn: () => !button(container, "Hand in").disabled,
    leave,
  };
}

async function write(field: HTMLInputElement | HTMLTextAreaElement | null, text: string) {
  if (!field) throw new Error("no field");
  const type = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  await act(async () => {
    Object.getOwnPropertyDescriptor(type.prototype, "value")?.set?.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await settle();
}

async function leaveField(field: Element | null) {
  await act(async () => field?.dispatchEvent(new FocusEvent("focusout", { bubbles: true })));
  await settle();
}

/** The person turns to something else: the browser may end the page. */
async function turnAway() {
  Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
  await act(async () => document.dispatchEvent(new Event("visibilitychange")));
  Reflect.deleteProperty(document, "visibilityState");
  await settle();
}

/** Lets go on what was begun: sealing, sending, drawing. */
async function settle() {
  await act(() => new Promise((resolve) => setTimeout(resolve, 10)));
}

/** Waits for what takes as long as the machine needs. */
function eventually(check: () => void): Promise<void> {
  return vi.waitFor(() => settle().then(check), { timeout: 10_000 });
}

describe("an answer that needs a word", () => {
  it.each([
    ["Partly", "how much"],
    ["Not applicable", "why"],
  ])("%s isn't handed in as the answer before", async (name, missing) => {
    const page = await open();
    await page.press("a", "Met");
    await eventually(() => expect(page.mayHandIn()).toBe(true));
    await page.press("a", name);
    await leaveField(page.field("a", "input"));
    expect(server.a?.answer).toEqual({ status: "met" });
    expect(page.says("a")).toContain(`Not saved yet: say ${missing}. Until then “Met” stands.`);
    expect(page.bar()).toContain("1 question not saved yet");
    expect(page.mayHandIn()).toBe(false);
    await page.press("a", "Cancel");
    expect(page.pressed("a")).toBe("Met");
    expect(page.mayHandIn()).toBe(true);
  });

  it("is said by leaving the field, and kept over a reload before", async () => {
    const first = await open();
    await first.press("a", "Partly");
    await first.write("a", "input", "3/4");
    await first.leave();
    expect(server).toEqual({});
    const page = await open();
    await eventually(() => expect(page.field("a", "input")?.value).toBe("3/4"));
    await leaveField(page.field("a", "input"));
    await eventually(() => expect(page.mayHandIn()).toBe(true));
    expect(server.a?.answer).toMatchObject({ status: "partly", count: 3, population: 4 });
  });

  it("tells a reason that is too long, and cuts nothing off", async () => {
    const page = await open();
    await page.press("a", "Not applicable");
    await page.write("a", "input", "x".repeat(LONGEST.text + 3));
    expect(page.field("a", "input")?.maxLength).toBeLessThan(1);
    expect(page.says("a")).toContain("3 characters too many");
    await leaveField(page.field("a", "input"));
    expect(sent).toBe(0);
  });
});

describe("a note", () => {
  it("is sent when the page goes out of sight, with nobody leaving the field", async () => {
    const page = await open();
    await page.press("a", "Met");
    await page.write("a", "textarea", "seen in the console");
    expect(page.mayHandIn()).toBe(false);
    await turnAway();
    await eventually(() => expect(page.mayHandIn()).toBe(true));
    expect(server.a).toMatchObject({ answer: { status: "met" }, note: "seen in the console" });
  });

  it("outlives a reload without a connection", async () => {
    online = false;
    const first = await open();
    await first.write("a", "textarea", "seen in the console");
    await first.leave();
    const again = await open();
    await eventually(() => expect(again.field("a", "textarea")?.value).toBe("seen in the console"));
    await again.leave();
    online = true;
    await open();
    await eventually(() => expect(server.a?.note).toBe("seen in the console"));
  });

  it("that is too long is told, kept, and neither cut nor handed in without", async () => {
    const page = await open();
    await page.press("b", "Met");
    const text = "x".repeat(LONGEST.saidNote + 12);
    await page.write("a", "textarea", text);
    expect(page.field("a", "textarea")?.maxLength).toBeLessThan(1);
    expect(page.says("a")).toContain("12 characters too many: a note holds 5,000.");
    expect(page.mayHandIn()).toBe(false);
    await page.leave();
    const again = await open();
    await eventually(() => expect(again.field("a", "textarea")?.value).toBe(text));
    await again.write("a", "textarea", text.slice(12));
    await leaveField(again.field("a", "textarea"));
    await eventually(() => expect(again.mayHandIn()).toBe(true));
    expect(server.a?.note).toHaveLength(LONGEST.saidNote);
  });
});

describe("two devices and two tabs", () => {
  it("count what the person says last, and tell what stood", async () => {
    const laptop = await open();
    server.a = { answer: { status: "met" }, note: "from the phone", sequence: 18 };
    await laptop.press("a", "Not met");
    await eventually(() => expect(laptop.mayHandIn()).toBe(true));
    expect(server.a).toEqual({ answer: { status: "not-met" }, note: "from the phone", sequence: 19 });
    expect(laptop.pressed("a")).toBe("Not met");
    expect(laptop.field("a", "textarea")?.value).toBe("from the phone");
    expect(laptop.says("a")).toContain("you had said: Met");
  });

  it("keep apart what they haven't sent, and what a closed tab left is taken over", async () => {
    online = false;
    const one = await open();
    // Storage of a session is a tab's own.
    sessionStorage.clear();
    const other = await open();
    await one.press("a", "Met");
    await other.press("b", "Unknown");
    await one.leave();
    await other.leave();
    sessionStorage.clear();
    online = true;
    await open();
    await eventually(() =>
      expect(server).toMatchObject({ a: { answer: { status: "met" } }, b: { answer: { status: "unknown" } } }),
    );
  });
});
