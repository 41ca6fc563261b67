"use client";

import { type ReactNode, useState } from "react";
import { keptNames } from "@/components/device/vault";
import { Button, ButtonLink } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { showToast } from "@/components/ui/toast";
import { type KeptPlace, placeWords, unsentPlaces } from "@/lib/core/device/kept-places";
import { signOut } from "./sign-in-with-password";

type Leave = () => Promise<void>;

/**
 * Signs a person out, and asks first where something unsent on this device would be lost.
 *
 * @param person whose device it is
 * @returns `leave`, which takes what else ends with it, and the dialog to draw
 */
export function useSignOut(person: string): readonly [leave: (also?: Leave) => void, dialog: ReactNode] {
  const [asked, setAsked] = useState<Readonly<{ unsent: readonly KeptPlace[]; also: Leave }> | null>(null);

  async function end(also: Leave) {
    setAsked(null);
    try {
      await also();
      await signOut(person);
    } catch {
      showToast({ text: "No connection: you are still signed in. Try again in a moment.", tone: "danger" });
    }
  }

  function leave(also: Leave = async () => {}) {
    const unsent = unsentPlaces(keptNames(person));
    if (unsent.length === 0) void end(also);
    else setAsked({ unsent, also });
  }

  const dialog = asked && (
    <Dialog
      open
      size="small"
      onClose={() => setAsked(null)}
      title="Sign out and lose what isn’t sent?"
      closeLabel="Stay signed in"
      description="This device holds something of yours that the server doesn’t have. Signing out removes it."
      actions={
        <>
          <Button onClick={() => setAsked(null)}>Stay signed in</Button>
          <Button variant="danger" onClick={() => void end(asked.also)}>
            Sign out and lose it
          </Button>
        </>
      }
    >
      <ul className="grid gap-2">
        {asked.unsent.map((place) => (
          <li key={`${place.organization}/${place.assessment}`} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="min-w-0 flex-1 wrap-anywhere">{placeWords(place)}</span>
            <ButtonLink size="small" href={`/${place.organization}/assessments/${place.assessment}/walk`}>
              Open
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Dialog>
  );
  return [leave, dialog];
}
