"use client";

import { type FormEvent, useState } from "react";
import { Button, IconButton } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { DECISION_LIMITS } from "@/lib/core/walk/decision";

type Props = Readonly<{
  present: readonly string[];
  /** Names of members, to choose from. */
  members: readonly string[];
  onChange: (present: readonly string[]) => void;
}>;

/** Who is in the room: members by a press, others by their name. Goes with every decision that is recorded. */
export function PeoplePresent({ present, members, onChange }: Props) {
  const [typed, setTyped] = useState("");
  const others = members.filter((name) => !present.includes(name));
  function add(name: string) {
    const added = name.trim();
    if (added !== "" && !present.includes(added) && present.length < DECISION_LIMITS.present) {
      onChange([...present, added]);
    }
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    add(typed);
    setTyped("");
  }
  return (
    <div className="grid gap-2">
      <ul aria-label="In the room" className="flex flex-wrap gap-1.5 empty:hidden">
        {present.map((name) => (
          <li key={name} className="flex items-center rounded border border-line-strong bg-sunk pl-2 text-note">
            <span dir="auto">{name}</span>
            <IconButton
              size="small"
              icon="close"
              label={`${name} has left`}
              onClick={() => onChange(present.filter((one) => one !== name))}
            />
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <ul aria-label="Members who may be here" className="flex flex-wrap gap-1.5">
          {others.slice(0, 12).map((name) => (
            <li key={name}>
              <Button size="small" icon="plus" onClick={() => add(name)}>
                {name}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={submit} className="flex gap-2">
        <Input
          aria-label="Name of somebody else in the room"
          placeholder="Somebody else"
          autoComplete="off"
          maxLength={DECISION_LIMITS.name}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button type="submit">Add</Button>
      </form>
    </div>
  );
}
