// @vitest-environment happy-dom
// @vitest-environment-options { "width": 1440 }
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { AnswerStatus } from "@/lib/core/scoring/types";
import { readFilters } from "@/lib/core/walk/filters";
import { packWalk } from "@/lib/core/walk/pack-walk";
import { AppRouter } from "../../tests/support/app-router";
import { giveDevice } from "../../tests/support/device";
import { SMALL_TEXTS, smallWalk } from "../../tests/support/small-walk";
import { Walk } from "./walk";

const TOPIC = "identity.sign-in";
const [FACTOR, LEGACY, PASSWORDS] = ["second-factor", "no-legacy", "no-passwords"].map(
  (name) => `${TOPIC}.${name}`,
) as [string, string, string];

giveDevice();
// Nothing is laid out here: what is on the page counts as seen.
Object.defineProperty(HTMLElement.prototype, "offsetParent", {
  configurable: true,
  get(this: HTMLElement) {
    return this.parentElement;
  },
});

let leave: () => Promise<void>;

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal("fetch", async () => {
    throw new TypeError("no connection");
  });
});
afterEach(async () => {
  await leave();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

type Options = Readonly<{ answers?: Readonly<Record<string, AnswerStatus>>; show?: string; view?: string }>;

async function open({ answers = {}, show, view = "topic" }: Options) {
  const container = document.body.appendChild(document.createElement("div"));
  const root = createRoot(container);
  leave = async () => {
    root.unmount();
    await settle();
    container.remove();
  };
  const query = new URLSearchParams({ view, ...(show ? { show } : {}) });
  window.history.replaceState(null, "", `/here/assessments/round/walk/identity/sign-in?${query}`);
  root.render(
    <AppRouter>
      <Walk
        packed={packWalk(smallWalk(answers))}
        topic={TOPIC}
        text={SMALL_TEXTS.get(TOPIC)}
        filters={readFilters({ show })}
        view={view}
      />
    </AppRouter>,
  );
  await until(() => container.querySelector(view === "workshop" ? "[role=timer]" : "[data-walk=ready]"));
  await settle();
  const row = (id: string) => container.querySelector(`[data-criterion="${id}"]`);
  const button = (name: string) => [...container.querySelectorAll("button")].find((one) => one.textContent === name);
  return {
    rows: () => [...container.querySelectorAll("[data-criterion]")].map((one) => one.getAttribute("data-criterion")),
    row,
    answerOf: (id: string) => row(id)?.querySelector("[aria-pressed=true]")?.textContent ?? null,
    dialog: () => container.querySelector("dialog[open]"),
    clock: () => container.querySelector("[role=timer]")?.textContent,
    hasButton: (name: string) => button(name) !== undefined,
    press: async (name: string) => {
      await until(() => button(name));
      button(name)?.click();
      await settle();
    },
  };
}

/** Presses keys one after the other, each where the focus is by then. */
async function type(keys: string) {
  for (const key of keys) {
    const to = document.activeElement ?? document.body;
    to.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    await settle();
  }
}

/** The device's clock, which stands until it is set. */
function setClock(): (now: number) => void {
  let moment = 0;
  vi.spyOn(Date, "now").mockImplementation(() => moment);
  return (now) => {
    moment = now;
  };
}

/** Lets go on what was begun: drawing, sealing. */
async function settle() {
  await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Waits for what takes its own time, such as a part that is fetched. */
async function until(holds: () => unknown) {
  await vi.waitFor(() => expect(holds(), String(holds)).toBeTruthy(), { timeout: 20_000, interval: 20 });
}

describe("keys with a filter on", () => {
  it("answer the row that is shown, from the first picture on", async () => {
    const walk = await open({ answers: { [FACTOR]: "met", [LEGACY]: "met", [PASSWORDS]: "unknown" }, show: "unknown" });
    expect(walk.rows()).toEqual([PASSWORDS]);
    await type("x");
    expect(walk.answerOf(PASSWORDS)).toBe("Not met");
    await type("p");
    expect(document.activeElement?.closest("[data-criterion]")?.getAttribute("data-criterion")).toBe(PASSWORDS);
    await walk.press("Show all");
    expect([FACTOR, LEGACY].map(walk.answerOf)).toEqual(["Met", "Met"]);
  });

  it("go on with the row that has the focus when the filter was set", async () => {
    const walk = await open({ answers: { [FACTOR]: "met", [LEGACY]: "met", [PASSWORDS]: "unknown" } });
    walk.row(FACTOR)?.querySelector("button")?.focus();
    await type("f");
    await until(walk.dialog);
    walk.dialog()?.querySelectorAll<HTMLElement>("input[type=checkbox]")[1]?.click();
    await until(() => walk.rows().length === 1);
    await walk.press("Done");
    await until(() => walk.row(PASSWORDS)?.contains(document.activeElement));
  });
});

describe("a workshop", () => {
  it.each([
    ["t", "a note", "textarea"],
    ["e", "evidence", "form"],
  ])("opens, on %s, %s beside the topic, and takes what is typed there for no answer", async (key, _, field) => {
    const walk = await open({ view: "workshop" });
    await type(key);
    await until(() => walk.dialog()?.contains(document.activeElement) && document.activeElement?.closest(field));
    await type("xmu1");
    expect(walk.rows()).toHaveLength(3);
    expect([FACTOR, LEGACY, PASSWORDS].map(walk.answerOf)).toEqual([null, null, null]);
  });

  it("stops its clock where it ends", async () => {
    const at = setClock();
    const walk = await open({ view: "workshop" });
    await walk.press("Start");
    at(30_000);
    await type("w");
    expect(walk.clock()).toBeUndefined();
    at(18 * 3_600_000);
    await type("w");
    await until(() => walk.clock() === "0:30");
    await walk.press("Go on");
    at(18 * 3_600_000 + 5_000);
    await walk.press("Pause");
    expect(walk.clock()).toBe("0:35");
  });

  it.each([
    ["runs on through a reload", 60_000, "1:00", "Pause"],
    ["counts nothing of the time in which its page was closed", 18 * 3_600_000, "0:00", "Start"],
  ])("%s", async (_, later, time, button) => {
    const at = setClock();
    const walk = await open({ view: "workshop" });
    await walk.press("Start");
    await until(() => localStorage.length > 0);
    const kept = Object.entries(localStorage);
    await leave();
    localStorage.clear();
    for (const [name, sealed] of kept) localStorage.setItem(name, sealed);
    at(later);
    const again = await open({ view: "workshop" });
    await until(() => again.clock() === time && again.hasButton(button));
  });
});
