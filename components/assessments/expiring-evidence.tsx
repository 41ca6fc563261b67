import Link from "next/link";
import { Card } from "@/components/ui/card";
import { expiryWords } from "@/lib/core/words/expiry";
import { formatNumberOf } from "@/lib/core/words/format";

type Row = Readonly<{
  slug: string;
  name: string;
  scope: string;
  state: string;
  expiring: Readonly<{
    pieces: readonly Readonly<{ id: string; title: string; expires: string; criteria: number }>[];
    outlook: string;
    asOf: string;
  }>;
}>;

/** How many of one assessment are named; the rest is one link away. */
const SHOWN = 5;

/** What evidence expires soon, by assessment, with what becomes of the verified level. */
export function ExpiringEvidence({
  organization,
  assessments,
}: Readonly<{ organization: string; assessments: readonly Row[] }>) {
  return assessments
    .filter(({ state, expiring }) => state !== "approved" && expiring.pieces.length > 0)
    .map(({ slug, name, scope, expiring: { pieces, outlook, asOf } }) => (
      <Card
        key={slug}
        title={`${formatNumberOf(pieces.length, "piece")} of evidence ${pieces.length === 1 ? "expires" : "expire"} soon: ${scope}, ${name}`}
        subtitle={outlook}
        actions={
          <Link
            href={`/${organization}/assessments/${slug}/evidence?state=expiring&sort=expires`}
            className="link text-note whitespace-nowrap"
          >
            All that expires
          </Link>
        }
      >
        <ul className="grid gap-1 text-note">
          {pieces.slice(0, SHOWN).map(({ id, title, expires, criteria }) => (
            <li key={id} className="flex flex-wrap justify-between gap-x-4">
              <span className="wrap-anywhere">{title}</span>
              <span className="text-ink-2">
                {expiryWords(expires, asOf)}
                {criteria > 1 && ` · ${formatNumberOf(criteria, "criterion", "criteria")}`}
              </span>
            </li>
          ))}
        </ul>
      </Card>
    ));
}
