"use client";

import { useRouter } from "next/navigation";
import { useState, useSyncExternalStore } from "react";
import { type Hit, search, searchNamed } from "@/lib/core/walk/search";
import { type PaletteEntry, type PaletteProps, paletteStore } from "./palette-store";
import { type FoundLine, SearchDialog } from "./search-dialog";
import { useFoundOrganizations } from "./use-found-organizations";
import { useFoundPlaces } from "./use-found-places";

const MOST_NAMED = 8;

/** The one search: pages, actions, assessments, organizations, topics and criteria. Arrows choose, Enter goes there. */
export function PaletteDialog({ pages, organization, assessment, moreOrganizations }: PaletteProps) {
  const router = useRouter();
  const { offer } = useSyncExternalStore(paletteStore.subscribe, paletteStore.get, paletteStore.get);
  const places = useFoundPlaces(organization, assessment);
  const [query, setQuery] = useState("");
  const asked = useFoundOrganizations(moreOrganizations || places.moreOrganizations ? query : null);
  const close = () => paletteStore.set({ open: false });

  const known: readonly PaletteEntry[] = [...(offer?.actions ?? []), ...pages, ...places.entries];
  const hrefs = new Set([`/${organization}`, ...known.map((entry) => ("href" in entry ? entry.href : ""))]);
  const named = [...known, ...asked.filter((entry) => "href" in entry && !hrefs.has(entry.href))];
  const follow = (entry: PaletteEntry) => ("href" in entry ? router.push(entry.href) : entry.run());
  const go = ({ topic, criterion }: Hit) => {
    if (places.hrefOf) router.push(places.hrefOf(topic, criterion));
    else offer?.go(topic, criterion);
  };
  const hits = places.outline ? search(places.outline, places.texts, query) : [];
  const lines: readonly FoundLine[] = [
    ...searchNamed(named, query)
      .slice(0, query.trim() === "" ? undefined : MOST_NAMED)
      .map(({ named: entry, marks }) => ({
        key: entry.id,
        text: entry.name,
        marks,
        where: entry.where,
        strong: true,
        shortcut: entry.shortcut,
        follow: () => follow(entry),
      })),
    ...hits.map((hit) => ({
      key: `${hit.topic} ${hit.criterion}`,
      text: hit.text,
      marks: hit.marks,
      where: hit.criterion === null ? `Topic · ${hit.where}` : hit.where,
      strong: hit.criterion === null,
      follow: () => go(hit),
    })),
  ];

  function take(line: FoundLine) {
    close();
    // After the dialog has given the focus back.
    requestAnimationFrame(line.follow);
  }

  return (
    <SearchDialog
      title="Find or do"
      onClose={close}
      label="Words to find"
      placeholder="A page, an action, words of a topic or a statement"
      query={query}
      onQuery={setQuery}
      lines={lines}
      onTake={take}
    >
      {places.state === "loading" && "The words of some topics are still on their way."}
      {places.state === "failed" && "Some topics could not be fetched; they aren’t searched."}
    </SearchDialog>
  );
}
