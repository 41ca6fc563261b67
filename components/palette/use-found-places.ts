import { useEffect, useState, useSyncExternalStore } from "react";
import { send } from "@/components/forms/send";
import { type TopicText, topicPath, type WalkOutline } from "@/lib/core/walk/outline";
import { type NamedOrganization, organizationEntry } from "./organization-entry";
import { type PaletteEntry, type PaletteOffer, paletteStore } from "./palette-store";

/** What `/api/organizations/[organization]/find` answers. */
type Found = Readonly<{
  organizations: readonly NamedOrganization[];
  moreOrganizations: boolean;
  assessments: readonly Readonly<{ slug: string; name: string; scope: string }>[];
  walk: Readonly<{ slug: string; name: string; outline: WalkOutline; contentHash: string }> | null;
}>;

type Places = Readonly<{
  /** null: there is no assessment to search, or it isn't there yet. */
  outline: WalkOutline | null;
  texts: ReadonlyMap<string, TopicText>;
  /** Organizations and assessments. */
  entries: readonly PaletteEntry[];
  /** There are organizations beside them. */
  moreOrganizations: boolean;
  /** "loading" until everything that can be searched is there. */
  state: "loading" | "ready" | "failed";
  /** null where the page itself goes there. */
  hrefOf: ((topic: string, criterion: string | null) => string) | null;
}>;

const NO_TEXTS: ReadonlyMap<string, TopicText> = new Map();
const none = () => () => {};

/** Topics and criteria to search: the page's own where it offers some, else those of the assessment, fetched. */
export function useFoundPlaces(organization: string | null, assessment: string | null): Places {
  const { offer } = useSyncExternalStore(paletteStore.subscribe, paletteStore.get, paletteStore.get);
  const texts = useSyncExternalStore(offer?.subscribe ?? none, offer?.texts ?? noTexts, noTexts);
  const [found, setFound] = useState<Found | null>(null);
  const [fetched, setFetched] = useState(NO_TEXTS);
  const [failed, setFailed] = useState(false);
  const own = offer !== null;

  useEffect(() => offer?.load(), [offer]);
  useEffect(() => {
    if (organization === null) return undefined;
    let gone = false;
    const fetchAll = async () => {
      const at = `/api/organizations/${organization}`;
      const query = assessment ? `?assessment=${encodeURIComponent(assessment)}` : "";
      const sent = await send<Found>(`${at}/find${query}`, undefined, "GET");
      if (gone) return;
      if (!sent.ok) {
        setFailed(true);
        return;
      }
      setFound(sent.data);
      const { walk } = sent.data;
      if (own || !walk) return;
      const { id, version, pillars } = walk.outline;
      for (const pillar of pillars) {
        const words = await send<readonly TopicText[]>(
          `${at}/questionnaires/${id}/${version}/${walk.contentHash}/${pillar.id}`,
          undefined,
          "GET",
        );
        if (gone) return;
        if (words.ok) setFetched((map) => new Map([...map, ...words.data.map((text) => [text.id, text] as const)]));
        else setFailed(true);
      }
    };
    void fetchAll();
    return () => {
      gone = true;
    };
  }, [organization, assessment, own]);

  const walk = found?.walk ?? null;
  const outline = offer?.outline ?? walk?.outline ?? null;
  const known = offer ? texts : fetched;
  const complete = (found !== null || organization === null) && (outline === null || covers(outline, known));
  return {
    outline,
    texts: known,
    entries: organization && found ? entriesOf(organization, found) : [],
    moreOrganizations: found?.moreOrganizations ?? false,
    state: failed ? "failed" : complete ? "ready" : "loading",
    hrefOf: offer || !walk || !organization ? null : hrefsOf(organization, walk.slug),
  };
}

const noTexts = () => NO_TEXTS;

function covers({ pillars }: PaletteOffer["outline"], texts: ReadonlyMap<string, TopicText>): boolean {
  return pillars.every(({ topics }) => topics.every(({ id }) => texts.has(id)));
}

function hrefsOf(organization: string, assessment: string) {
  return (topic: string, criterion: string | null) => {
    const hash = criterion ? `#${criterion.slice(topic.length + 1)}` : "";
    return `/${organization}/assessments/${assessment}/walk/${topicPath(topic)}${hash}`;
  };
}

function entriesOf(organization: string, { organizations, assessments }: Found): readonly PaletteEntry[] {
  return [
    ...assessments.map(({ slug, name, scope }) => ({
      id: `assessment ${slug}`,
      name: `${name}, ${scope}`,
      where: "Assessment",
      href: `/${organization}/assessments/${slug}/walk`,
    })),
    ...organizations.filter(({ slug }) => slug !== organization).map(organizationEntry),
  ];
}
