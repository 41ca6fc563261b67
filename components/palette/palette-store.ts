import type { TopicText, WalkOutline } from "@/lib/core/walk/outline";
import type { Named } from "@/lib/core/walk/search";

/** A page to go to, as the server names it. */
export type PalettePage = Named & Readonly<{ href: string }>;

/** What a page gives its palette. */
export type PaletteProps = Readonly<{
  pages: readonly PalettePage[];
  /** Where topics and criteria are searched; null on pages of a person. */
  organization: string | null;
  assessment: string | null;
  /** Organizations beside those of `pages` are asked for by name; on pages of an organization the search itself says so. */
  moreOrganizations: boolean;
}>;

/** Something to go to or to do, by its name. */
export type PaletteEntry = Readonly<{
  id: string;
  name: string;
  /** What it belongs to, in a word or two. */
  where: string;
  /** The key that does the same. */
  shortcut?: string;
}> &
  (Readonly<{ href: string }> | Readonly<{ run: () => void }>);

/** What the page that is shown adds: topics and criteria that it has at hand, and actions of its own. */
export type PaletteOffer = Readonly<{
  outline: WalkOutline;
  texts: () => ReadonlyMap<string, TopicText>;
  /** Tells when `texts` are others. */
  subscribe: (listener: () => void) => () => void;
  load: () => void;
  go: (topic: string, criterion: string | null) => void;
  actions: readonly PaletteEntry[];
}>;

type State = Readonly<{ open: boolean; offer: PaletteOffer | null }>;

let state: State = { open: false, offer: null };
const listeners = new Set<() => void>();

/** The one palette of the page: whether it is open, and what the page offers it. */
export const paletteStore = {
  get: (): State => state,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  set: (change: Partial<State>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  },
};

export function openPalette(): void {
  paletteStore.set({ open: true });
}

/** Adds a page's own topics and actions for as long as it is shown. @returns takes them away */
export function offerToPalette(offer: PaletteOffer): () => void {
  paletteStore.set({ offer });
  return () => {
    if (state.offer === offer) paletteStore.set({ offer: null });
  };
}
