import Link from "next/link";

export type Crumb = Readonly<{ label: string; href: string }>;

/** The way down to this page; the page itself is the heading below it. */
export function Breadcrumb({ label, crumbs }: Readonly<{ label: string; crumbs: readonly Crumb[] }>) {
  return (
    <nav aria-label={label} className="text-small text-ink-2">
      <ol className="flex flex-wrap items-center gap-x-1.5">
        {crumbs.map((crumb) => (
          <li key={crumb.href} className="flex items-center gap-1.5">
            <Link href={crumb.href} className="link inline-block py-1">
              {crumb.label}
            </Link>
            <span aria-hidden>/</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
