// @vitest-environment happy-dom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { describe, expect, it } from "vitest";
import "../../tests/support/draw";
import { useStored } from "./use-stored";

type Fields = Readonly<{ clouds?: readonly string[]; remote?: string }>;

type Sent = { field: string; value: unknown; answer: (ok: boolean) => Promise<void> };
type Seen = { shown: Fields; change: ReturnType<typeof useStored<Fields>>[1] };

function Page({ stored, sent, seen }: { stored: Fields; sent: Sent[]; seen: Seen[] }) {
  const [shown, change] = useStored(
    stored,
    (field, value) =>
      new Promise<boolean>((resolve) => {
        sent.push({ field, value, answer: (ok) => act(async () => resolve(ok)) });
      }),
  );
  seen.push({ shown, change });
  return null;
}

/** The hook in a page: what it shows, its `change`, answers for what was sent, and a new word of the server. */
async function page(first: Fields) {
  const sent: Sent[] = [];
  const seen: Seen[] = [];
  const root = createRoot(document.createElement("div"));
  const told = (stored: Fields) => act(async () => root.render(<Page stored={stored} sent={sent} seen={seen} />));
  await told(first);
  const change = <Field extends keyof Fields>(field: Field, value: Fields[Field]) =>
    act(async () => {
      seen.at(-1)?.change(field, value);
    });
  return { sent, told, change, shown: () => seen.at(-1)?.shown };
}

describe("useStored", () => {
  it("shows a change at once, and the server's word once it is the same", async () => {
    const { sent, told, shown, change } = await page({ remote: "40" });
    await change("clouds", ["a"]);
    expect(shown()).toEqual({ remote: "40", clouds: ["a"] });
    expect(sent).toMatchObject([{ field: "clouds", value: ["a"] }]);
    await sent[0]?.answer(true);
    await told({ remote: "40", clouds: ["a"] });
    await told({ remote: "40", clouds: ["b"] });
    expect(shown()).toEqual({ remote: "40", clouds: ["b"] });
  });

  it("keeps a change when the server's word on another field arrives", async () => {
    const { told, shown, change } = await page({ remote: "" });
    await change("clouds", ["a"]);
    await told({ remote: "40" });
    expect(shown()).toEqual({ remote: "40", clouds: ["a"] });
  });

  it("keeps the later of two changes of a field when the word on the earlier one arrives", async () => {
    const { sent, told, shown, change } = await page({});
    await change("clouds", ["a"]);
    await change("clouds", ["a", "b"]);
    await sent[0]?.answer(true);
    await told({ clouds: ["a"] });
    expect(shown()).toEqual({ clouds: ["a", "b"] });
    await sent[1]?.answer(true);
    await told({ clouds: ["a", "b"] });
    await told({});
    expect(shown()).toEqual({});
  });

  it("takes back what can't be saved, unless it was changed again since", async () => {
    const { sent, shown, change } = await page({ clouds: ["a"] });
    await change("clouds", undefined);
    expect(shown()).toEqual({});
    await sent[0]?.answer(false);
    expect(shown()).toEqual({ clouds: ["a"] });
    await change("clouds", ["b"]);
    await change("clouds", ["c"]);
    await sent[1]?.answer(false);
    expect(shown()).toEqual({ clouds: ["c"] });
  });

  it("keeps what is sent again while the first try fails", async () => {
    const { sent, shown, change } = await page({ clouds: ["a"] });
    await change("clouds", ["b"]);
    await change("clouds", ["b"]);
    await sent[0]?.answer(false);
    await sent[1]?.answer(true);
    expect(shown()).toEqual({ clouds: ["b"] });
  });
});
