import Link from "next/link";
import { Card } from "@/components/ui/card";

type Props = Readonly<{ organizations: readonly Readonly<{ slug: string; name: string; role: string }>[] }>;

/** Organizations of which the person sees only what is assigned to them. */
export function OutsideList({ organizations }: Props) {
  return (
    <Card title="Where you answer for others" subtitle="You see what is assigned to you there, and no overall level.">
      <ul className="grid">
        {organizations.map(({ slug, name, role }) => (
          <li
            key={slug}
            className="flex min-h-9 items-center justify-between gap-3 border-t border-line first:border-t-0"
          >
            <Link href={`/${slug}`} className="link font-medium wrap-anywhere">
              {name}
            </Link>
            <span className="text-note text-ink-2">{role}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
