import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer } from "../scoring/types";
import {
  type Answering,
  adopt,
  adoptAll,
  answerNow,
  answersNow,
  applyOutcomes,
  change,
  noteNow,
  pickSide,
  startAnswering,
  undoLast,
  unsaved,
  writeNote,
} from "./answering";
import { type Entry, entryOf } from "./entry";
import { emptyQueue, type SaveRequest, type SaveResult, settle, takeBatch } from "./save-queue";

const MET: Answer = { status: "met" };
const NOT_MET: Answer = { status: "not-met" };

/** The server's side of the protocol: saves on the right version, says what stands on the wrong one. */
function server() {
  const rows = new Map<string, Entry>();
  return {
    rows,
    save: ({ changes, how }: SaveRequest, by = "me"): readonly SaveResult[] =>
      changes.map(({ criterion, base, note, ...fields }) => {
        const old = rows.get(criterion);
        if ((old?.version ?? 0) !== base) return { criterion, result: "conflict", current: old ?? null };
        const current = entryOf({
          ...fields,
          note: note ?? old?.note ?? "",
          version: base + 1,
          how,
          changedBy: by,
          changedAt: "2026-11-20T10:00:00.000Z",
        });
        rows.set(criterion, current);
        return { criterion, result: "saved", current };
      }),
  };
}

function sendAll(state: Answering, save: (request: SaveRequest) => readonly SaveResult[]): Answering {
  let next = state;
  for (let batch = takeBatch(next.queue); batch; batch = takeBatch(next.queue)) {
    const { queue, outcomes } = settle(batch.queue, save(batch.request));
    next = applyOutcomes(next, queue, outcomes, "");
  }
  return next;
}

const start = () => startAnswering(new Map(), "here");
const answer = (state: Answering, criterion: string, to: Answer | null) =>
  change(state, "hand", [{ criterion, answer: to }]);

describe("answering", () => {
  it("shows a change at once and keeps it when saved", () => {
    const api = server();
    const changed = answer(start(), "a", MET);
    expect(answerNow(changed, "a")).toEqual(MET);
    const saved = sendAll(changed, api.save);
    expect(answerNow(saved, "a")).toEqual(MET);
    expect(saved.queue.items).toEqual([]);
    expect(saved.entries.get("a")?.version).toBe(1);
  });

  it("does nothing for an answer that is there already", () => {
    const state = answer(start(), "a", MET);
    expect(answer(state, "a", MET)).toBe(state);
  });

  it("keeps the answer when a note is written, and the note when the answer changes", () => {
    const api = server();
    const noted = sendAll(writeNote(answer(start(), "a", MET), "a", "since May"), api.save);
    const changed = sendAll(answer(noted, "a", NOT_MET), api.save);
    expect(api.rows.get("a")).toMatchObject({ answer: NOT_MET, note: "since May", version: 3 });
    expect(noteNow(changed, "a")).toBe("since May");
  });

  it("undoes one action with all its answers, as a change of its own", () => {
    const api = server();
    const two = [
      { criterion: "a", answer: MET },
      { criterion: "b", answer: MET },
    ];
    const picked = sendAll(change(start(), "stage-pick", two), api.save);
    const undone = undoLast(picked);
    expect(undone).toMatchObject({ undone: ["a", "b"], left: [] });
    const saved = sendAll(undone?.state ?? picked, api.save);
    expect(answersNow(saved).size).toBe(0);
    expect(api.rows.get("a")).toMatchObject({ answer: null, how: "undo", version: 2 });
    expect(undoLast(saved)).toBeNull();
  });

  it("leaves an answer that somebody else changed since: known before, or found out by the server", () => {
    const api = server();
    const two = [
      { criterion: "a", answer: MET },
      { criterion: "b", answer: MET },
    ];
    const picked = sendAll(change(start(), "stage-pick", two), api.save);
    api.save({ how: "hand", changes: [{ criterion: "b", base: 1, status: "not-met" }] }, "other");

    const theirs = api.rows.get("b");
    if (!theirs) throw new Error("b is not there");
    const known = adopt(picked, "b", theirs);
    expect(undoLast(known)).toMatchObject({ undone: ["a"], left: ["b"] });

    const after = sendAll(undoLast(picked)?.state ?? picked, api.save);
    expect(answerNow(after, "a")).toBeNull();
    expect(answerNow(after, "b")).toEqual(NOT_MET);
    expect(after.conflicts.size).toBe(0);
  });

  it("counts the server's answer in a conflict until one is picked, and keeps both notes", () => {
    const api = server();
    api.save({ how: "hand", changes: [{ criterion: "a", base: 0, status: "not-met", note: "theirs" }] }, "other");
    const mine = writeNote(answer(start(), "a", MET), "a", "mine");
    const met = sendAll(mine, api.save);
    expect(met.conflicts.get("a")).toMatchObject({ mine: { answer: MET, note: "mine" }, theirs: { answer: NOT_MET } });
    expect(answerNow(met, "a")).toEqual(NOT_MET);

    const picked = sendAll(pickSide(met, "a", "mine"), api.save);
    expect(api.rows.get("a")).toMatchObject({ answer: MET, note: "theirs\n\nmine", version: 2 });
    expect(picked.conflicts.size).toBe(0);

    sendAll(pickSide(met, "a", "theirs"), server().save);
    expect(pickSide(met, "a", "theirs").queue.items).toMatchObject([
      { changes: [{ base: 1, answer: NOT_MET, note: "theirs\n\nmine" }] },
    ]);
  });

  it("stays at what was heard while its own acknowledgement was under way", () => {
    const api = server();
    const batch = takeBatch(answer(start(), "a", MET).queue);
    const late = batch ? api.save(batch.request) : [];
    api.save({ how: "hand", changes: [{ criterion: "a", base: 1, status: "not-met" }] }, "other");
    const heard = adoptAll({ ...start(), queue: batch?.queue ?? start().queue }, api.rows);
    const { queue, outcomes } = settle(heard.queue, late);
    const state = applyOutcomes(heard, queue, outcomes, "");
    expect(state.entries.get("a")).toMatchObject({ version: 2, answer: NOT_MET });
    expect(answerNow(state, "a")).toEqual(NOT_MET);
  });

  it("offers the newest of theirs in a conflict that was told late, and saves a pick on top of it", () => {
    const api = server();
    api.save({ how: "hand", changes: [{ criterion: "a", base: 0, status: "not-met" }] }, "other");
    const batch = takeBatch(answer(start(), "a", MET).queue);
    const late = batch ? api.save(batch.request) : [];
    api.save({ how: "hand", changes: [{ criterion: "a", base: 1, status: "unknown" }] }, "other");
    const heard = adoptAll({ ...start(), queue: batch?.queue ?? start().queue }, api.rows);
    const { queue, outcomes } = settle(heard.queue, late);
    const met = applyOutcomes(heard, queue, outcomes, "");
    expect(met.conflicts.get("a")?.theirs).toMatchObject({ version: 2, answer: { status: "unknown" } });
    const picked = sendAll(pickSide(met, "a", "mine"), api.save);
    expect(picked.conflicts.size).toBe(0);
    expect(api.rows.get("a")).toMatchObject({ version: 3, answer: MET });
  });

  it("keeps writing into both notes of a conflict, and takes a new answer as the pick", () => {
    const api = server();
    api.save({ how: "hand", changes: [{ criterion: "a", base: 0, status: "not-met", note: "theirs" }] }, "other");
    const met = sendAll(writeNote(answer(start(), "a", MET), "a", "mine"), api.save);
    const written = writeNote(met, "a", `${noteNow(met, "a")} and more`);
    expect(noteNow(written, "a")).toBe("theirs\n\nmine and more");
    sendAll(answer(written, "a", { status: "unknown" }), api.save);
    expect(api.rows.get("a")).toMatchObject({ answer: { status: "unknown" }, note: "theirs\n\nmine and more" });
  });

  it("doesn't ask where both answered the same and only the notes differ", () => {
    const api = server();
    api.save({ how: "hand", changes: [{ criterion: "a", base: 0, status: "met", note: "theirs" }] }, "other");
    const state = sendAll(change(start(), "hand", [{ criterion: "a", answer: MET, note: "mine" }]), api.save);
    expect(state.conflicts.size).toBe(0);
    expect(api.rows.get("a")).toMatchObject({ note: "theirs\n\nmine", version: 2 });
  });

  it("raises a conflict again after a reload instead of overwriting", () => {
    const api = server();
    api.save({ how: "hand", changes: [{ criterion: "a", base: 0, status: "not-met" }] }, "other");
    const met = sendAll(answer(start(), "a", MET), api.save);
    const reloaded = { ...startAnswering(api.rows, "again"), queue: { ...emptyQueue("again"), items: unsaved(met) } };
    expect(sendAll(reloaded, api.save).conflicts.get("a")?.mine.answer).toEqual(MET);
    expect(api.rows.get("a")?.answer).toEqual(NOT_MET);
  });

  it("keeps what was refused, with the reason", () => {
    const batch = takeBatch(answer(start(), "a", MET).queue);
    const { queue, outcomes } = settle(batch?.queue ?? start().queue, []);
    const state = applyOutcomes(start(), queue, outcomes, "This assessment is approved.");
    expect(state.refusals.get("a")).toMatchObject({ change: { answer: MET }, reason: "This assessment is approved." });
    expect(unsaved(state)).toHaveLength(1);
  });

  it("keeps not applicable accepted while its note is on its way", () => {
    const accepted: Answer = { status: "not-applicable", reason: "no such thing", accepted: true };
    const entry: Entry = { answer: accepted, note: "", version: 2, how: "acceptance", changedBy: "r", changedAt: "" };
    const state = writeNote(startAnswering(new Map([["a", entry]]), "here"), "a", "checked");
    expect(answersNow(state).get("a")).toEqual(accepted);
  });

  it("agrees with the server after any actions of two people, with answers lost or late on the way", () => {
    const action = fc.record({
      who: fc.integer({ min: 0, max: 1 }),
      what: fc.constantFrom(
        "met",
        "not-met",
        "clear",
        "note",
        "undo",
        "send",
        "lost",
        "late",
        "hear",
        "mine",
        "theirs",
      ),
      criterion: fc.constantFrom("a", "b", "c"),
    });
    fc.assert(
      fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
        const api = server();
        const people: [Answering, Answering] = [start(), start()];
        const late: [readonly SaveResult[] | null, readonly SaveResult[] | null] = [null, null];
        const arrive = (index: 0 | 1) => {
          const results = late[index];
          if (!results) return;
          late[index] = null;
          const { queue, outcomes } = settle(people[index].queue, results);
          people[index] = applyOutcomes(people[index], queue, outcomes, "");
        };
        actions.forEach(({ who, what, criterion }, step) => {
          const index = who === 0 ? 0 : 1;
          const before = people[index].entries;
          if (what === "late" || what === "send") arrive(index);
          const state = people[index];
          const batch = what === "late" ? takeBatch(state.queue) : null;
          if (batch) {
            people[index] = { ...state, queue: batch.queue };
            late[index] = api.save(batch.request, `p${who}`);
          } else if (what === "late") return;
          else if (what === "hear") people[index] = adoptAll(state, api.rows);
          else if (what === "send") people[index] = sendAll(state, (request) => api.save(request, `p${who}`));
          else if (what === "lost") {
            const batch = takeBatch(state.queue);
            if (batch) api.save(batch.request, `p${who}`);
          } else if (what === "undo") people[index] = undoLast(state)?.state ?? state;
          else if (what === "mine" || what === "theirs") people[index] = pickSide(state, criterion, what);
          else if (what === "note") people[index] = writeNote(state, criterion, `note ${step} of p${who}`);
          else people[index] = answer(state, criterion, what === "clear" ? null : { status: what });
          for (const [known, { version }] of before) {
            expect(people[index].entries.get(known)?.version, "never goes back").toBeGreaterThanOrEqual(version);
          }
        });
        arrive(0);
        arrive(1);
        for (const index of [0, 1, 0, 1] as const) {
          people[index] = sendAll(people[index], (request) => api.save(request, `p${index}`));
          for (const conflict of people[index].conflicts.keys())
            people[index] = pickSide(people[index], conflict, "mine");
          people[index] = sendAll(people[index], (request) => api.save(request, `p${index}`));
          expect(people[index].queue.items).toEqual([]);
        }
        // The second person sent last: what they see of everything they touched is what stands.
        for (const [criterion, entry] of people[1].entries) {
          const row = api.rows.get(criterion);
          if (row?.version === entry.version) expect(row).toEqual(entry);
        }
        for (const [criterion, row] of api.rows) {
          const seen = people.some((person) => person.entries.get(criterion)?.version === row.version);
          expect(seen, criterion).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
