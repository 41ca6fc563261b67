"use client";

import { useEffect } from "react";
import { openPalette, paletteStore } from "@/components/palette/palette-store";
import { type Command, commandOf } from "@/lib/core/walk/key-map";
import { singleKeysOn } from "./single-keys";
import { answerRest, askFor, clearAnswer, pick, restNotMet, settleConflict, undo } from "./store/answer-actions";
import { confirmAnswer } from "./store/confirm-answer";
import { goNextUnanswered, leave, moveCriterion, moveTopic, setView } from "./store/move-actions";
import { startTyping } from "./store/typing-actions";
import type { WalkStore } from "./store/walk-store";
import { tableKeys } from "./table-keys";
import { WIDE } from "./use-media";

/** Answers and moves by keyboard. Keys in fields, menus and dialogs are left alone. */
export function useWalkKeys(store: WalkStore): void {
  useEffect(() => {
    const stages = store.data.outline.stages.length;
    const onKeyDown = (event: KeyboardEvent) => {
      // What is typed while the search is on its way is meant for it.
      if (event.defaultPrevented || paletteStore.get().open || document.querySelector("dialog[open]")) return;
      const command = commandOf(
        {
          key: event.key,
          code: event.code,
          ctrl: event.ctrlKey,
          meta: event.metaKey,
          alt: event.altKey || event.getModifierState("AltGraph"),
          shift: event.shiftKey,
          repeat: event.repeat,
          writing: event.isComposing || takesKeys(event.target),
        },
        { stages, singleKeys: singleKeysOn() },
      );
      if (!command || !run(store, command)) return;
      event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [store]);
}

const WRITES =
  "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable], [role=menu], [role=tablist]";

function takesKeys(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(WRITES) !== null;
}

/** Whether the command was one for now. */
function run(store: WalkStore, command: Command): boolean {
  return tableKeys.run?.(store, command) || runInTopic(store, command);
}

/** What speaks of one topic and would go unseen in the table. */
const OF_THE_TOPIC: readonly Command["kind"][] = ["pick", "rest-not-met", "leave"];

function runInTopic(store: WalkStore, command: Command): boolean {
  const { focused, answering, view } = store.get();
  if (view === "table" && OF_THE_TOPIC.includes(command.kind)) return false;
  switch (command.kind) {
    case "answer":
      if (focused) askFor(store, focused, command.status);
      else if (command.status === "unknown") answerRest(store, { status: "unknown" });
      else if (command.status === "not-applicable") startTyping(store, null, "reason");
      else return false;
      return true;
    case "pick":
      pick(store, command.stage);
      return true;
    case "criterion":
      moveCriterion(store, command.by);
      return true;
    case "topic":
      moveTopic(store, command.by);
      return true;
    case "rest-not-met":
      restNotMet(store);
      return true;
    case "clear":
      if (!focused) return false;
      clearAnswer(store, focused);
      return true;
    case "confirm":
      return focused !== null && confirmAnswer(store, focused);
    case "next-unanswered":
      goNextUnanswered(store);
      return true;
    case "mine":
    case "theirs":
      if (!focused || !answering.conflicts.has(focused)) return false;
      settleConflict(store, focused, command.kind);
      return true;
    case "undo":
      undo(store);
      return true;
    case "leave":
      if (!focused) return false;
      leave(store);
      return true;
    case "table":
    case "workshop":
      setView(store, store.get().view === command.kind ? "topic" : command.kind);
      return true;
    case "find":
      openPalette();
      return true;
    case "filter":
    case "keys":
      store.set({ dialog: command.kind });
      return true;
    case "evidence":
    case "note":
      if (!focused) return false;
      openBeside(store, command.kind, focused);
      if (command.kind === "evidence") store.set({ adding: store.readOnly(store.get().topic) === null });
      // What is typed next is meant for the field.
      store.settle();
      return true;
  }
}

/** Opens the panel at evidence or note, as a sheet where it doesn't stand beside the topic. */
export function openBeside(store: WalkStore, part: "evidence" | "note", criterion: string): void {
  const beside = store.get().view !== "workshop" && window.matchMedia(WIDE).matches;
  store.set({ tab: "criterion", sheet: beside ? null : "panel", adding: false, wish: { criterion, part } });
}
