"use client";

import { useEffect } from "react";
import { say } from "./store/say";
import type { WalkStore } from "./store/walk-store";
import { openBeside } from "./use-walk-keys";

/** What is dropped anywhere on the walk, or pasted, lands on the focused criterion: the form for evidence opens with it. */
export function useFileOffer(store: WalkStore): void {
  useEffect(() => {
    const ends = new AbortController();
    const listen = <K extends "dragover" | "dragleave" | "drop" | "paste">(
      name: K,
      run: (event: WindowEventMap[K]) => void,
    ) => window.addEventListener(name, run, { signal: ends.signal });
    const dragging = (value: boolean) => {
      if (store.get().dragging !== value) store.set({ dragging: value });
    };
    listen("dragover", (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      dragging(true);
    });
    listen("dragleave", (event) => {
      if (event.relatedTarget === null) dragging(false);
    });
    listen("drop", (event) => {
      dragging(false);
      const files = event.dataTransfer?.files;
      // Let go over the page, a file would otherwise open in its place.
      if (!files?.length) return;
      event.preventDefault();
      offer(store, [...files]);
    });
    listen("paste", (event) => {
      const { clipboardData } = event;
      const inField = event.target instanceof HTMLElement && event.target.closest("input, textarea") !== null;
      if (!clipboardData?.files.length || (inField && clipboardData.types.includes("text/plain"))) return;
      event.preventDefault();
      offer(store, [...clipboardData.files].map(named));
    });
    return () => ends.abort();
  }, [store]);
}

function offer(store: WalkStore, [file, ...more]: readonly File[]): void {
  const { focused, topic } = store.get();
  if (!file) return;
  if (!focused || store.readOnly(topic) !== null) {
    const why = focused ? "nothing can be attached here" : "open a criterion first, then drop or paste it there";
    store.set({ strip: { text: `${file.name} wasn’t attached: ${why}.`, actions: [] } });
    return;
  }
  openBeside(store, "evidence", focused);
  store.set({ adding: true, offered: file });
  say(
    store,
    more.length > 0 ? `${file.name} is ready to be added. One file at a time.` : `${file.name} is ready to be added.`,
  );
}

/** Browsers call every pasted picture "image.png". */
function named(file: File): File {
  if (file.name !== "image.png") return file;
  const moment = new Date();
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  const time = `${two(moment.getHours())}.${two(moment.getMinutes())}`;
  return new File([file], `Screenshot ${day} ${time}.png`, { type: file.type, lastModified: file.lastModified });
}
