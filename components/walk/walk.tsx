"use client";

import { Suspense, useEffect, useState, useSyncExternalStore } from "react";
import { openPalette } from "@/components/palette/palette-store";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import type { Filters } from "@/lib/core/walk/filters";
import type { TopicText } from "@/lib/core/walk/outline";
import { unpackWalk } from "@/lib/core/walk/pack-walk";
import { meanwhileWords, standingOf } from "@/lib/core/walk/walk-data";
import { FilterButton } from "./filter-button";
import { lazily } from "./lazily";
import { offerWalk } from "./offer-walk";
import { Panel } from "./panel/panel";
import { followAddress } from "./store/follow-address";
import { keepChanges } from "./store/keep-changes";
import { loadAllTexts } from "./store/load-texts";
import { setFilters, setView } from "./store/move-actions";
import { sendChanges } from "./store/send-changes";
import { readView } from "./store/walk-state";
import { createWalkStore, type WalkStore } from "./store/walk-store";
import { TopicList } from "./topic-list";
import { TopicView } from "./topic-view";
import { useFileOffer } from "./use-file-offer";
import { useMedia, WIDE } from "./use-media";
import { useSignInWish } from "./use-sign-in-wish";
import { useWalkKeys } from "./use-walk-keys";
import { useWalk, useWalkBeside, useWalkState, WalkProvider } from "./walk-context";
import { WalkFooter } from "./walk-footer";
import { WalkHeader } from "./walk-header";

type Props = Readonly<{
  /** `WalkData` as `packWalk` writes it. */
  packed: string;
  /** Where it begins, and its words. */
  topic: string;
  text: TopicText | undefined;
  filters: Filters;
  view: string;
}>;

/**
 * The walk: one topic at a time, everything by keyboard, saved at once. The page brings the first topic, the rest
 * follows by itself.
 */
export function Walk({ packed, topic, text, filters, view }: Props) {
  const [store] = useState(() => {
    const made = createWalkStore(unpackWalk(packed), topic, text);
    made.set({ view: readView(view) });
    setFilters(made, filters);
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
    const ends = [
      sendChanges(store),
      keepChanges(store),
      followAddress(store),
      whenIdle(() => followAll(store)),
      offerWalk(store),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [store]);
  return (
    <WalkProvider store={store}>
      <div
        className="flex min-h-dvh flex-col bg-surface [&:fullscreen]:overflow-y-auto"
        data-walk={runs ? "ready" : "page"}
        data-live={live}
      >
        <WalkHeader />
        <MeanwhileLine />
        <NotAskedLine />
        <Views runs={runs} />
        <WalkFooter />
      </div>
      <Sheets />
      <Dialogs />
      <Said />
    </WalkProvider>
  );
}

/** Fetched once there is something to say. */
function MeanwhileLine() {
  const store = useWalk();
  const { standing } = useWalkState("standing");
  if (meanwhileWords(standingOf(store.data), standing) === null) return null;
  return (
    <Suspense>
      <Meanwhile />
    </Suspense>
  );
}

/** Fetched once something is left that could have no row. */
function NotAskedLine() {
  const { answering, typed } = useWalkState("answering", "typed");
  if (answering.refusals.size + typed.size === 0) return null;
  return (
    <Suspense>
      <NotAsked />
    </Suspense>
  );
}

/** One topic between the list and the panel, or all criteria beside the panel. */
function Views({ runs }: Readonly<{ runs: boolean }>) {
  const { view } = useWalkState("view");
  const panel = (
    <aside aria-label="Beside the criterion" className="border-l border-line bg-raised max-xl:hidden">
      <div className="sticky top-15 max-h-[calc(100dvh-109px)] overflow-y-auto px-4.5 py-4">
        <Panel />
      </div>
    </aside>
  );
  if (view === "table") {
    // What isn't in view isn't drawn, which needs the browser; the server's page would be a thousand rows long.
    return (
      <div className="grid flex-1 xl:grid-cols-[1fr_288px] min-[88rem]:grid-cols-[1fr_316px]">
        {runs ? (
          <Suspense fallback={<TableLoading />}>
            <TableView />
          </Suspense>
        ) : (
          <TableLoading />
        )}
        {panel}
      </div>
    );
  }
  if (view === "workshop") {
    return <Suspense fallback={<TableLoading />}>{runs ? <WorkshopView /> : <TableLoading />}</Suspense>;
  }
  return (
    <div className="grid flex-1 xl:grid-cols-[212px_1fr_288px] min-[88rem]:grid-cols-[236px_1fr_316px]">
      <div className="border-r border-line max-xl:hidden">
        <div className="sticky top-15 max-h-[calc(100dvh-109px)] overflow-y-auto px-3.5 py-5">
          <TopicList />
        </div>
      </div>
      <TopicView />
      {panel}
    </div>
  );
}

function TableLoading() {
  return (
    <main className="min-w-0 px-5 pt-4">
      <Loading label="Loading the table">
        <div className="grid gap-2">
          {["a", "b", "c", "d", "e", "f", "g", "h"].map((key) => (
            <Skeleton key={key} className="h-9" />
          ))}
        </div>
      </Loading>
    </main>
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

/** List and panel where they don't stand beside the topic. */
function Sheets() {
  const store = useWalk();
  const { sheet, focused, view } = useWalkState("sheet", "focused", "view");
  const wide = useMedia(WIDE);
  // In a workshop the clock stands where the panel would.
  const beside = wide && view !== "workshop";
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
          <Button
            className="md:hidden"
            icon="search"
            onClick={() => {
              close();
              openPalette();
            }}
          >
            Find
          </Button>
          <Button
            className="md:hidden"
            onClick={() => setView(store, store.get().view === "table" ? "topic" : "table")}
          >
            Table
          </Button>
        </div>
        <TopicList onGo={close} />
      </Dialog>
      <Dialog
        side="right"
        open={sheet === "panel" && !beside}
        onClose={close}
        title={focused ? "This criterion" : "This topic"}
        closeLabel="Close"
      >
        <Panel />
      </Dialog>
    </>
  );
}

const Meanwhile = lazily(() => import("./meanwhile").then((module) => module.Meanwhile));
const NotAsked = lazily(() => import("./not-asked").then((module) => module.NotAsked));
const TableView = lazily(() => import("./table/table-view").then((module) => module.TableView));
const FilterDialog = lazily(() => import("./filter-dialog").then((module) => module.FilterDialog));
const WorkshopView = lazily(() => import("./workshop/workshop-view").then((module) => module.WorkshopView));
const KeysDialog = lazily(() => import("./keys-dialog").then((module) => module.KeysDialog));
const SignInDialog = lazily(() => import("./sign-in-dialog").then((module) => module.SignInDialog));

function Dialogs() {
  const { dialog } = useWalkState("dialog");
  useSignInWish();
  return (
    <Suspense>
      {dialog === "filter" && <FilterDialog />}
      {dialog === "keys" && <KeysDialog />}
      {dialog === "sign-in" && <SignInDialog />}
    </Suspense>
  );
}

/** What happened, for who doesn't see it. */
function Said() {
  const { said } = useWalkBeside("said");
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

/** What may wait until the first topic is there: the words of the others, and the others themselves. */
function followAll(store: WalkStore): () => void {
  void loadAllTexts(store);
  let ended = false;
  let end = () => {};
  void import("./store/follow-others").then(({ followOthers }) => {
    if (!ended) end = followOthers(store);
  });
  return () => {
    ended = true;
    end();
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
