import { describe, expect, it } from "vitest";
import { readJson } from "./respond";

const read = (body: string | Uint8Array<ArrayBuffer>) =>
  readJson(new Request("http://localhost/", { method: "POST", body }));

describe("readJson", () => {
  it.each([
    ["text of any language", '{"name":"Grüße, 日本, 🚪"}'],
    ["an emoji as escapes", '{"name":"\\ud83d\\udeaa"}'],
    ["a backslash that people typed before u0000", '{"name":"\\\\u0000"}'],
    ["nothing", ""],
  ])("takes %s", async (_, body) => {
    await expect(read(body)).resolves.toEqual(body === "" ? {} : JSON.parse(body));
  });

  it.each([
    ["a NUL", '{"name":"a\\u0000b"}'],
    ["a NUL in a key", '{"a\\u0000b":1}'],
    ["half a pair", '{"name":"a\\ud83d"}'],
    ["the other half", '{"name":["\\uDEAA"]}'],
    ["a NUL after a backslash", '{"name":"\\\\\\u0000"}'],
    ["no JSON", "name=1"],
    ["more depth than can be read", `"\\u0041"${"[".repeat(200_000)}`],
    ["bytes that are no text", Uint8Array.from([0x22, 0xff, 0x22])],
  ])("refuses %s", async (_, body) => {
    await expect(read(body)).rejects.toMatchObject({ kind: "invalid" });
  });

  it("refuses what is larger than it says it takes", async () => {
    await expect(read(`"${"x".repeat(1_000_001)}"`)).rejects.toMatchObject({ kind: "invalid" });
  });
});
