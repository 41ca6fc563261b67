import { expect, it } from "vitest";
import { initialsOf } from "./walk-person";

it.each([
  ["Mara Lind", "ML"],
  ["Jean-Luc de la Tour", "JT"],
  ["Cher", "C"],
  ["émile Östlund", "ÉÖ"],
  ["李 明", "李明"],
  ["The assessor (2)", "TA"],
  ["", "?"],
])("%s is told as %s", (name, initials) => expect(initialsOf(name)).toBe(initials));
