"use client";

import { clsx } from "clsx";
import { usePathname } from "next/navigation";
import { type ReactNode, useState } from "react";
import { PaletteButton } from "@/components/palette/palette-button";
import { IconButton } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ReadyLink } from "@/components/ui/ready-link";
import { BrandMark } from "./brand";
import { type NavItem, NavList } from "./nav-list";
import { OrganizationCard } from "./organization-card";
import { SkipLink } from "./skip-link";
import { useNoticeCount } from "./use-notice-count";

type Props = Readonly<{
  product: string;
  homeHref: string;
  organization: Readonly<{ name: string; detail: string; href: string }>;
  items: readonly NavItem[];
  end: readonly NavItem[];
  /** The bell over `end`: what the person was told. */
  bell: Readonly<{ href: string; label: string; address: string; unread: number }>;
  /** Part of the address of pages on which the navigation shrinks to a rail: the walk. */
  railOn?: string;
  /** Account menu, at the foot of the column and of the sheet. */
  userMenu: ReactNode;
  /** The command palette; the navigation shows how it opens. */
  palette?: ReactNode;
  words: Readonly<{ navigation: string; openNavigation: string; close: string; skip: string }>;
  children: ReactNode;
}>;

/**
 * The frame of every page of the workspace: navigation (216 px, a 56 px rail on tablets and on the walk, a sheet on
 * phones) and the page. A client component only because the address decides what is current and when it is a rail.
 */
export function WorkspaceShell({
  product,
  homeHref,
  organization,
  items,
  end: below,
  bell,
  railOn,
  userMenu,
  palette,
  words,
  children,
}: Props) {
  const path = usePathname();
  const unread = useNoticeCount(bell.address, bell.unread);
  const badge = { count: unread, words: `${unread} unread` };
  const end = [{ href: bell.href, label: bell.label, icon: "bell", badge } as const, ...below];
  const rail = railOn !== undefined && path.includes(railOn);
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <div
      className={clsx(
        "min-h-dvh md:grid print:block",
        rail ? "md:grid-cols-[56px_1fr]" : "md:grid-cols-[56px_1fr] lg:grid-cols-[216px_1fr]",
      )}
    >
      <SkipLink>{words.skip}</SkipLink>
      <aside
        className={clsx(
          "sticky top-0 hidden h-dvh flex-col border-r border-line bg-sunk px-2 py-4 md:flex print:hidden",
          !rail && "lg:px-3",
        )}
      >
        <ReadyLink
          href={homeHref}
          className={clsx(
            "flex items-center gap-2.5 px-2 pb-3 text-head font-semibold",
            rail ? "justify-center" : "max-lg:justify-center",
          )}
        >
          <BrandMark />
          <span className={rail ? "sr-only" : "max-lg:sr-only"}>{product}</span>
        </ReadyLink>
        <OrganizationCard {...organization} className={clsx("mb-3", rail ? "hidden" : "max-lg:hidden")} />
        {palette && <PaletteButton form={rail ? "rail" : "auto"} />}
        <NavList label={words.navigation} items={items} end={end} form={rail ? "rail" : "auto"} />
        <div className="mt-1">{userMenu}</div>
      </aside>
      <IconButton
        icon="menu"
        label={words.openNavigation}
        onClick={() => setOpened(path)}
        className={clsx("top-0.5 left-1 z-20 size-11 md:hidden print:hidden", rail ? "fixed" : "absolute")}
      />
      <Dialog
        side="left"
        size="small"
        open={opened === path}
        onClose={() => setOpened(null)}
        title={product}
        closeLabel={words.close}
      >
        <div className="flex h-full flex-col gap-3">
          <OrganizationCard {...organization} />
          <NavList label={words.navigation} items={items} end={end} form="wide" />
          {userMenu}
        </div>
      </Dialog>
      <div id="main" tabIndex={-1} className="min-w-0 outline-none">
        {children}
      </div>
      {palette}
    </div>
  );
}
