import type { Hit } from "@/lib/core/walk/search";

/** A text with what was found in it marked. */
export function Marked({ text, marks }: Pick<Hit, "text" | "marks">) {
  const parts: React.ReactNode[] = [];
  let from = 0;
  for (const [start, end] of marks) {
    parts.push(text.slice(from, start));
    parts.push(
      <mark key={start} className="bg-accent-soft text-ink underline decoration-accent decoration-2 underline-offset-2">
        {text.slice(start, end)}
      </mark>,
    );
    from = end;
  }
  parts.push(text.slice(from));
  return parts;
}
