import { describe, expect, it } from "vitest";
import { type CommentView, mentionBeingTyped, mentionsIn, threadsOf } from "./comment";

const person = (id: string, name: string) => ({ id, name, role: "admin", sees: true });

describe("whom a text mentions", () => {
  it("is who is named with an @, the longer name where one begins another, each once", () => {
    const people = [person("1", "Mara"), person("2", "Mara Lind"), person("3", "Theo")];
    expect(mentionsIn("@Mara Lind and @Mara Lind, see mara@example.org", people)).toEqual(["2"]);
    expect([...mentionsIn("@Mara Lind, @Mara?", people)].sort()).toEqual(["1", "2"]);
    expect(mentionsIn("Theo", people)).toEqual([]);
  });

  it("is being typed after an @ that begins a word", () => {
    expect(mentionBeingTyped("ask @Ma", 7)).toEqual({ from: 4, begins: "Ma" });
    expect(mentionBeingTyped("@", 1)).toEqual({ from: 0, begins: "" });
    expect(mentionBeingTyped("ask @Ma", 4)).toBeNull();
    expect(mentionBeingTyped("mara@example", 12)).toBeNull();
    expect(mentionBeingTyped("@Mara\nand", 9)).toBeNull();
  });
});

it("threads hold their replies, of a criterion or of the topic", () => {
  const comment = (id: string, more: Partial<CommentView> = {}): CommentView => ({
    id,
    topic: "t",
    body: "",
    by: "1",
    at: 0,
    ...more,
  });
  const all = [
    comment("a", { criterion: "c" }),
    comment("b"),
    comment("a1", { criterion: "c", replyTo: "a" }),
    comment("d", { criterion: "e" }),
  ];
  expect(threadsOf(all, "c").map(({ first, replies }) => [first.id, replies.map(({ id }) => id)])).toEqual([
    ["a", ["a1"]],
  ]);
  expect(threadsOf(all, null).map(({ first }) => first.id)).toEqual(["b"]);
});
