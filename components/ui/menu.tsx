"use client";

import { clsx } from "clsx";
import Link from "next/link";
import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

export type MenuEntry =
  | Readonly<{
      kind: "action";
      label: string;
      icon?: IconName;
      detail?: string;
      danger?: boolean;
      disabled?: boolean;
      run: () => void;
    }>
  | Readonly<{
      kind: "link";
      label: string;
      href: string;
      icon?: IconName;
      detail?: string;
      current?: boolean;
      download?: boolean;
    }>
  | Readonly<{ kind: "heading"; label: string }>
  | Readonly<{ kind: "line" }>;

type Props = Readonly<{
  /** One focusable element, usually a Button. */
  trigger: ReactNode;
  entries: readonly MenuEntry[];
  align?: "start" | "end";
}>;

/** A menu of actions and links under a button; arrow keys and first letters move in it. */
export function Menu({ trigger, entries, align = "end" }: Props) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          loop
          className="z-50 min-w-44 max-w-80 rounded-md border border-line-strong bg-raised p-1 text-body text-ink shadow-md"
        >
          {entries.map((entry, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity of their own and the list doesn't reorder
            <Entry key={index} entry={entry} />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

const ITEM =
  "flex min-h-8 cursor-pointer items-center gap-2.5 rounded px-2.5 py-1 outline-none select-none data-disabled:cursor-not-allowed data-disabled:text-ink-3 data-highlighted:bg-sunk data-highlighted:outline-2 data-highlighted:-outline-offset-2 data-highlighted:outline-focus pointer-coarse:min-h-11";

function Entry({ entry }: Readonly<{ entry: MenuEntry }>) {
  switch (entry.kind) {
    case "line":
      return <DropdownMenu.Separator className="my-1 h-px bg-line" />;
    case "heading":
      return (
        <DropdownMenu.Label className="px-2.5 pt-1.5 pb-1 text-small text-ink-2">{entry.label}</DropdownMenu.Label>
      );
    case "action":
      return (
        <DropdownMenu.Item
          disabled={entry.disabled}
          onSelect={entry.run}
          className={clsx(ITEM, entry.danger && "text-danger")}
        >
          <Words icon={entry.icon} label={entry.label} detail={entry.detail} />
        </DropdownMenu.Item>
      );
    case "link":
      return (
        <DropdownMenu.Item asChild>
          {entry.download ? (
            <a href={entry.href} download className={ITEM}>
              <Words icon={entry.icon} label={entry.label} detail={entry.detail} />
            </a>
          ) : (
            <Link
              href={entry.href}
              aria-current={entry.current ? "page" : undefined}
              className={clsx(ITEM, entry.current && "font-medium")}
            >
              <Words icon={entry.icon} label={entry.label} detail={entry.detail} />
              {entry.current && <Icon name="check" size={14} className="ml-auto" />}
            </Link>
          )}
        </DropdownMenu.Item>
      );
  }
}

function Words({ icon, label, detail }: Readonly<{ icon?: IconName; label: string; detail?: string }>) {
  return (
    <>
      {icon && <Icon name={icon} className="text-ink-2" />}
      <span className="min-w-0">
        {label}
        {detail && <span className="block text-small text-ink-2">{detail}</span>}
      </span>
    </>
  );
}
