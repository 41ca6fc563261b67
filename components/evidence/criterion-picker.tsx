"use client";

import { useState } from "react";
import { SearchDialog } from "@/components/palette/search-dialog";
import { Button } from "@/components/ui/button";
import type { CriterionChoice } from "@/lib/core/evidence/choices";
import { searchNamed } from "@/lib/core/walk/search";

type Props = Readonly<{
  label: string;
  choices: readonly CriterionChoice[];
  onPick: (criterion: string) => void;
  /** Opens with the page, as where nothing else is to be done first. */
  open?: boolean;
}>;

/** More are found by another word. */
const MOST = 40;

/** Picks one of hundreds of criteria by words of its statement or topic. */
export function CriterionPicker({ label, choices, onPick, open: first = false }: Props) {
  const [open, setOpen] = useState(first);
  const [query, setQuery] = useState("");
  const named = choices.map(({ id, statement, topic }) => ({ id, name: statement, where: topic }));
  const found = open ? searchNamed(named, query, "anywhere") : [];
  const close = () => {
    setOpen(false);
    setQuery("");
  };
  return (
    <>
      <Button size="small" icon="search" className="justify-self-start" onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open && (
        <SearchDialog
          title={label}
          onClose={close}
          label="Words of a criterion or topic"
          placeholder="Words of a criterion or topic"
          query={query}
          onQuery={setQuery}
          lines={found.slice(0, MOST).map(({ named: { id, name, where }, marks }) => ({
            ...{ key: id, text: name, marks, where, strong: false },
            follow: () => onPick(id),
          }))}
          onTake={(line) => {
            close();
            // After the dialog has given the focus back.
            requestAnimationFrame(line.follow);
          }}
        >
          {found.length > MOST && `${MOST} of ${found.length} are shown; more words find the others.`}
        </SearchDialog>
      )}
    </>
  );
}
