"use client";

import { clsx } from "clsx";
import { usePathname } from "next/navigation";
import { Icon, type IconName } from "@/components/ui/icon";
import { ReadyLink } from "@/components/ui/ready-link";

export type NavItem = Readonly<{
  href: string;
  label: string;
  icon: IconName;
  /** A count or share at the right: "214", "90 %". */
  count?: string;
  /** How many things are new, shown on the icon; and in words. */
  badge?: Readonly<{ count: number; words: string }>;
  /** Current only on this very page, not on those below it. */
  exact?: boolean;
}>;

type Props = Readonly<{
  label: string;
  items: readonly NavItem[];
  /** Stands at the end of the column: settings. */
  end: readonly NavItem[];
  /** rail: icons alone; auto: icons alone on a tablet, words from 1024 px; wide: words. */
  form: "rail" | "auto" | "wide";
}>;

/** The pages of the workspace; the current one is found from the address. */
export function NavList({ label, items, end, form }: Props) {
  const path = usePathname();
  const current = [...items, ...end]
    .filter((item) => (item.exact ? path === item.href : path === item.href || path.startsWith(`${item.href}/`)))
    .reduce<NavItem | null>((best, item) => (best && best.href.length >= item.href.length ? best : item), null);
  return (
    <nav aria-label={label} className="flex min-h-0 flex-1 flex-col gap-0.5 overflow-y-auto">
      {items.map((item) => (
        <Row key={item.href} item={item} current={item === current} form={form} />
      ))}
      <span className="flex-1" />
      {end.map((item) => (
        <Row key={item.href} item={item} current={item === current} form={form} />
      ))}
    </nav>
  );
}

function Row({ item, current, form }: Readonly<{ item: NavItem; current: boolean; form: Props["form"] }>) {
  return (
    <ReadyLink
      href={item.href}
      aria-current={current ? "page" : undefined}
      title={form === "wide" ? undefined : item.label}
      className={clsx(
        "flex min-h-8.5 shrink-0 items-center gap-2.5 rounded border px-2.25 text-body -outline-offset-2 pointer-coarse:min-h-11",
        current ? "border-line bg-raised font-semibold text-ink" : "border-transparent text-ink-2 hover:text-ink",
        form === "rail" && "justify-center",
        form === "auto" && "max-lg:justify-center",
      )}
    >
      <span className="relative">
        <Icon name={item.icon} />
        {item.badge && item.badge.count > 0 && (
          <span
            aria-hidden
            className="absolute -top-1.75 -right-2 grid h-3.75 min-w-3.75 place-items-center rounded-full bg-accent px-0.75 text-mini/3 font-semibold text-on-accent"
          >
            {item.badge.count > 99 ? "99+" : item.badge.count}
          </span>
        )}
      </span>
      <span className={clsx("flex-1", NAMES[form])}>
        {item.label}
        {item.badge && item.badge.count > 0 && <span className="sr-only">, {item.badge.words}</span>}
      </span>
      {item.count && <span className={clsx("text-small font-normal text-ink-2", COUNTS[form])}>{item.count}</span>}
    </ReadyLink>
  );
}

const NAMES = { rail: "sr-only", auto: "max-lg:sr-only", wide: "" };
const COUNTS = { rail: "hidden", auto: "max-lg:hidden", wide: "" };
