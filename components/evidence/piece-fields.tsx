"use client";

import { useEffect, useRef } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { EvidenceFields } from "./types";

type Props = Readonly<{
  first: (name: string, value: string | undefined) => string;
  piece?: Partial<EvidenceFields>;
  today: string;
  /** Names the piece and its day where nothing was typed. */
  file: File | null;
  error: (path: string) => string | undefined;
  focus: boolean;
}>;

/** What every piece has: title, its own day apart from today's, when it ends and who keeps it current. */
export function PieceFields({ first, piece, today, file, error, focus }: Props) {
  const title = useRef<HTMLInputElement>(null);
  const date = useRef<HTMLInputElement>(null);
  const named = useRef("");
  useEffect(() => {
    if (!file) return;
    if (title.current && [named.current, ""].includes(title.current.value)) {
      named.current = file.name.replace(/\.[^.]+$/, "").slice(0, 300);
      title.current.value = named.current;
    }
    const made = dayOfFile(file);
    if (date.current && date.current.value === today && made < today) date.current.value = made;
  }, [file, today]);
  return (
    <>
      <Field label="Title" error={error("title")} required>
        {(ties) => (
          <Input
            {...ties}
            ref={title}
            name="title"
            defaultValue={first("title", piece?.title)}
            maxLength={300}
            autoComplete="off"
            autoFocus={focus}
          />
        )}
      </Field>
      <div className="grid grid-cols-2 gap-2">
        <Field label="Was so on" error={error("date")} required>
          {(ties) => (
            <Input
              {...ties}
              ref={date}
              type="date"
              name="date"
              defaultValue={first("date", piece?.date ?? today)}
              className="px-1.5!"
            />
          )}
        </Field>
        <Field label="Expires" optional="optional" error={error("expires")}>
          {(ties) => (
            <Input
              {...ties}
              type="date"
              name="expires"
              defaultValue={first("expires", piece?.expires)}
              className="px-1.5!"
            />
          )}
        </Field>
      </div>
      <Field label="Kept current by" optional="optional" error={error("owner")}>
        {(ties) => (
          <Input
            {...ties}
            name="owner"
            defaultValue={first("owner", piece?.owner)}
            maxLength={200}
            autoComplete="off"
          />
        )}
      </Field>
    </>
  );
}

/** The day on which the file was last changed, where the person is. */
function dayOfFile({ lastModified }: File): string {
  const moment = new Date(lastModified);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
