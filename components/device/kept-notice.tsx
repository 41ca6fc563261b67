"use client";

import { useEffect, useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type KeptPlace, leavingPlaces, placeWords, termWords } from "@/lib/core/device/kept-places";
import { keptNames, openVault } from "./vault";

type Props = Readonly<{ person: string }>;

/** Tells a person of what this device keeps unsent and will soon remove, with the ways to send it and to keep it longer. */
export function KeptNotice({ person }: Props) {
  const [places, setPlaces] = useState<readonly KeptPlace[]>([]);
  useEffect(() => {
    // What the organization lets nobody keep goes first.
    void openVault(person).then(() => setPlaces(leavingPlaces(keptNames(person), Date.now())));
  }, [person]);
  if (places.length === 0) return null;

  async function keepOn({ names }: KeptPlace) {
    const vault = await openVault(person);
    for (const name of names) {
      const kept = await vault?.read(name);
      if (kept) await vault?.write(name, kept.text);
    }
    setPlaces(leavingPlaces(keptNames(person), Date.now()));
  }

  return (
    <div data-over-header className="grid gap-2 border-b border-line px-7 py-3 max-md:pt-12 max-sm:px-3.5">
      {places.map((place) => (
        <Notice
          key={`${place.organization}/${place.assessment}`}
          tone="warning"
          title={`Not sent yet: ${placeWords(place)}`}
          live
          action={
            <>
              <ButtonLink size="small" href={`/${place.organization}/assessments/${place.assessment}/walk`}>
                Open the assessment
              </ButtonLink>
              <Button size="small" onClick={() => void keepOn(place)}>
                Keep 30 more days
              </Button>
            </>
          }
        >
          Kept on this device alone {termWords(place)}; then it is removed.
        </Notice>
      ))}
    </div>
  );
}
