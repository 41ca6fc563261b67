import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { seal, sealedAt, unseal } from "./sealing";

const newKey = () => crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);

describe("what a device keeps, sealed", () => {
  let key: CryptoKey;
  beforeAll(async () => {
    key = await newKey();
  });

  it("opens again with its key and name, whatever it says", async () => {
    const text = fc.string({ unit: "grapheme", maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(text, text, fc.nat(), async (name, content, at) => {
        const sealed = await seal(key, name, { text: content, at });
        expect(await unseal(key, name, sealed)).toEqual({ text: content, at });
        expect(sealedAt(sealed)).toBe(at);
      }),
      { numRuns: 50 },
    );
  });

  it("holds a long text", async () => {
    const text = "🙂 long ".repeat(40_000);
    expect(await unseal(key, "a", await seal(key, "a", { text, at: 1 }))).toEqual({ text, at: 1 });
  });

  it("shows nothing of the text, and never the same twice", async () => {
    const one = await seal(key, "a", { text: "not met", at: 1 });
    const two = await seal(key, "a", { text: "not met", at: 1 });
    expect(one).not.toBe(two);
    expect(atob(one.split(".")[2] ?? "")).not.toContain("not met");
  });

  it("opens under no other name, time or key, and not when changed", async () => {
    const sealed = await seal(key, "a", { text: "met", at: 1_000 });
    expect(await unseal(key, "b", sealed)).toBeNull();
    expect(await unseal(await newKey(), "a", sealed)).toBeNull();
    expect(await unseal(key, "a", sealed.replace(".1000.", ".2000."))).toBeNull();
    expect(await unseal(key, "a", `${sealed.slice(0, -6)}AAAA==`)).toBeNull();
    for (const text of ["", "{}", "1.x.y", "2.1000.AAAA"]) expect(await unseal(key, "a", text)).toBeNull();
  });
});
