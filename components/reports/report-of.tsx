import Link from "next/link";
import { formatBand, formatDay } from "@/lib/core/words/format";

type Snapshot = Readonly<{
  id: string;
  label: string;
  asOf: string;
  overall: Readonly<{ low: number; high: number }> | null;
}>;

type Props = Readonly<{
  snapshots: readonly Snapshot[];
  chosen: string | undefined;
  hrefOf: (snapshot: string | undefined) => string;
}>;

/** Of which state the report is: what stands now, or a snapshot. The choice lives in the address. */
export function ReportOf({ snapshots, chosen, hrefOf }: Props) {
  return (
    <nav aria-label="State of the report">
      <ul className="grid gap-1">
        <Choice
          href={hrefOf(undefined)}
          current={chosen === undefined}
          title="Now"
          detail="with the plan, as the answers stand"
        />
        {snapshots.map(({ id, label, asOf, overall }) => (
          <Choice
            key={id}
            href={hrefOf(id)}
            current={chosen === id}
            title={label}
            detail={`${formatDay(asOf)} · ${overall ? `level ${formatBand(overall)}` : "no score"}`}
          />
        ))}
      </ul>
    </nav>
  );
}

function Choice({
  href,
  current,
  title,
  detail,
}: Readonly<{ href: string; current: boolean; title: string; detail: string }>) {
  return (
    <li>
      <Link
        href={href}
        scroll={false}
        aria-current={current ? "true" : undefined}
        className="block rounded border border-transparent px-2.5 py-1.5 hover:bg-sunk aria-[current=true]:border-ink-2 aria-[current=true]:bg-sunk"
      >
        <span className="block text-note font-medium wrap-anywhere">{title}</span>
        <span className="block text-small text-ink-2">{detail}</span>
      </Link>
    </li>
  );
}
