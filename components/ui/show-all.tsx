import { formatCount } from "@/lib/core/words/format";

/** The way to all rows, under a table that shows the first of them; nothing where it shows all. */
export function ShowAll({ shown, all, href }: Readonly<{ shown: number; all: number; href: string }>) {
  if (all <= shown) return null;
  return (
    <p className="mt-3 text-note">
      <a href={href} className="link">
        Show all {formatCount(all)}
      </a>
    </p>
  );
}
