"use client";

import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { type TopicText, topicPath } from "@/lib/core/walk/outline";
import { unpackWalk } from "@/lib/core/walk/pack-walk";
import { FilterButton } from "./filter-button";
import { Panel } from "./panel/panel";
import { keepChanges } from "./store/keep-changes";
import { loadAllTexts } from "./store/load-texts";
import { followAddress, openSet, writeAddress } from "./store/move-actions";
import { sendChanges } from "./store/send-changes";
import { createWalkStore, type WalkStore } from "./store/walk-store";
import { TopicList } from "./topic-list";
import { TopicView } from "./topic-view";
import { useFileOffer } from "./use-file-offer";
import { useMedia, WIDE } from "./use-media";
import { useSignInWish } from "./use-sign-in-wish";
import { useWalkKeys } from "./use-walk-keys";
import { useWalk, useWalkState, WalkProvider } from "./walk-context";
import { WalkFooter } from "./walk-footer";
import { WalkHeader } from "./walk-header";

type Props = Readonly<{
  /** `WalkData` as `packWalk` writes it. */
  packed: string;
  /** Where it begins, and its words. */
  topic: string;
  text: TopicText | undefined;
  onlyOpen: boolean;
}>;

/**
 * The walk: one topic at a time, everything by keyboard, saved at once. The page brings the first topic, the rest
 * follows by itself.
 */
export function Walk({ packed, topic, text, onlyOpen }: Props) {
  const [store] = useState(() => {
    const made = createWalkStore(unpackWalk(packed), topic, text);
    if (onlyOpen) made.set({ onlyOpen: openSet(made) });
    return made;
  });
  const runs = useRuns();
  const live = useSyncExternalStore(
    store.subscribe,
    () => store.get().live,
    () => "off",
  );
  useWalkKeys(store);
  useFileOffer(store);
  useEffect(() => {
    const ends = [sendChanges(store), keepChanges(store), followHistory(store), whenIdle(() => followAll(store))];
    return () => {
      for (const end of ends) end();
    };
  }, [store]);
  return (
    <WalkProvider store={store}>
      <div className="flex min-h-dvh flex-col" data-walk={runs ? "ready" : "page"} data-live={live}>
        <WalkHeader />
        <div className="grid flex-1 xl:grid-cols-[212px_1fr_288px] min-[88rem]:grid-cols-[236px_1fr_316px]">
          <div className="border-r border-line max-xl:hidden">
            <div className="sticky top-15 max-h-[calc(100dvh-109px)] overflow-y-auto px-3.5 py-5">
              <TopicList />
            </div>
          </div>
          <TopicView />
          <aside aria-label="Beside the criterion" className="border-l border-line bg-raised max-xl:hidden">
            <div className="sticky top-15 max-h-[calc(100dvh-109px)] overflow-y-auto px-4.5 py-4">
              <Panel />
            </div>
          </aside>
        </div>
        <WalkFooter />
      </div>
      <Sheets />
      <Dialogs />
      <Said />
    </WalkProvider>
  );
}

const never = () => () => {};

/** False in the server's picture, true as soon as keys and buttons work. */
function useRuns(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/** List and panel where there is no room beside the topic. */
function Sheets() {
  const store = useWalk();
  const { sheet, focused } = useWalkState("sheet", "focused");
  const wide = useMedia(WIDE);
  const close = () => store.set({ sheet: null });
  // What is to get the focus in a sheet can have it only once the sheet is shown.
  useEffect(() => {
    if (sheet === "panel") store.set(({ wish }) => ({ wish: wish && { ...wish } }));
  }, [store, sheet]);
  return (
    <>
      <Dialog side="left" open={sheet === "topics" && !wide} onClose={close} title="Topics" closeLabel="Close">
        <div className="mb-4 flex flex-wrap gap-2 lg:hidden">
          <FilterButton />
          <Button className="md:hidden" icon="search" onClick={() => store.set({ sheet: null, dialog: "find" })}>
            Find
          </Button>
        </div>
        <TopicList onGo={close} />
      </Dialog>
      <Dialog
        side="right"
        open={sheet === "panel" && !wide}
        onClose={close}
        title={focused ? "This criterion" : "This topic"}
        closeLabel="Close"
      >
        <Panel />
      </Dialog>
    </>
  );
}

const FindDialog = lazy(() => import("./find-dialog").then((module) => ({ default: module.FindDialog })));
const KeysDialog = lazy(() => import("./keys-dialog").then((module) => ({ default: module.KeysDialog })));
const SignInDialog = lazy(() => import("./sign-in-dialog").then((module) => ({ default: module.SignInDialog })));

function Dialogs() {
  const { dialog } = useWalkState("dialog");
  useSignInWish();
  return (
    <Suspense>
      {dialog === "find" && <FindDialog />}
      {dialog === "keys" && <KeysDialog />}
      {dialog === "sign-in" && <SignInDialog />}
    </Suspense>
  );
}

/** What happened, for who doesn't see it. */
function Said() {
  const { said } = useWalkState("said");
  return (
    <p aria-live="polite" className="sr-only">
      {said && <span key={sayings.get(said)}>{said.text}</span>}
    </p>
  );
}

let count = 0;
/** A new key for each saying, so that the same words are said again. */
const sayings = {
  held: new WeakMap<object, number>(),
  get(said: object): number {
    const known = sayings.held.get(said) ?? ++count;
    sayings.held.set(said, known);
    return known;
  },
};

/**
 * Follows the browser back and forward; in the beginning completes the address and goes to the criterion that it names.
 */
function followHistory(store: WalkStore): () => void {
  const follow = () => followAddress(store);
  follow();
  if (!window.location.pathname.endsWith(topicPath(store.get().topic)))
    writeAddress(store, "replace", { named: false });
  window.addEventListener("popstate", follow);
  let last = store.get().focused;
  let timer: ReturnType<typeof setTimeout>;
  const unsubscribe = store.subscribe(() => {
    if (store.get().focused === last) return;
    last = store.get().focused;
    clearTimeout(timer);
    timer = setTimeout(() => writeAddress(store, "replace"), 400);
  });
  return () => {
    clearTimeout(timer);
    unsubscribe();
    window.removeEventListener("popstate", follow);
  };
}

/** What may wait until the first topic is there: the words of the others, and the others themselves. */
function followAll(store: WalkStore): () => void {
  void loadAllTexts(store);
  let ended = false;
  const ends: (() => void)[] = [];
  void import("./store/follow-live").then(({ followLive }) => {
    if (!ended) ends.push(followLive(store));
  });
  void import("./store/tell-presence").then(({ tellPresence }) => {
    if (!ended) ends.push(tellPresence(store));
  });
  return () => {
    ended = true;
    for (const end of ends) end();
  };
}

function whenIdle(start: () => () => void): () => void {
  let end = () => {};
  const go = () => {
    end = start();
  };
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(go, 500);
    return () => {
      clearTimeout(timer);
      end();
    };
  }
  const idle = requestIdleCallback(go, { timeout: 2_000 });
  return () => {
    cancelIdleCallback(idle);
    end();
  };
}
