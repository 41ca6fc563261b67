"use client";

import { clsx } from "clsx";
import Link from "next/link";
import { type KeyboardEvent, type ReactNode, type ToggleEvent, useEffect, useId, useRef } from "react";
import { Icon, type IconName } from "./icon";
import { Later } from "./later";

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

const GAP = 4;
const EDGE = 8;

/**
 * A menu of actions and links under a button; arrow keys and first letters move in it. On the browser's own popover:
 * light dismiss, Escape, top layer and focus return come with it, and no page has to load a library for it.
 */
export function Menu({ trigger, entries, align = "end" }: Props) {
  const anchor = useRef<HTMLSpanElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();

  useEffect(() => {
    const button = anchor.current?.querySelector("button");
    if (!button || !list.current) return;
    button.popoverTargetElement = list.current;
    button.setAttribute("aria-haspopup", "menu");
    button.setAttribute("aria-controls", id);
  }, [id]);

  function onToggle({ newState }: ToggleEvent<HTMLDivElement>) {
    const button = anchor.current?.querySelector("button");
    button?.setAttribute("aria-expanded", String(newState === "open"));
    if (newState !== "open" || !button || !list.current) return;
    place(list.current, button.getBoundingClientRect(), align);
    itemsOf(list.current)[0]?.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (!list.current) return;
    if (event.key === "Tab") {
      list.current.hidePopover();
      return;
    }
    const to = target(event.key, itemsOf(list.current));
    if (!to) return;
    event.preventDefault();
    to.focus();
  }

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: listens for its child; the child is the control */}
      <span
        ref={anchor}
        className="contents"
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          list.current?.showPopover();
        }}
      >
        {trigger}
      </span>
      <div
        ref={list}
        id={id}
        role="menu"
        tabIndex={-1}
        popover="auto"
        onBeforeToggle={({ newState }) => list.current?.classList.toggle("invisible", newState === "open")}
        onToggle={onToggle}
        onKeyDown={onKeyDown}
        className="fixed inset-auto m-0 min-w-44 max-w-80 rounded-md border border-line-strong bg-raised p-1 text-body text-ink shadow-md"
      >
        <Later>
          {entries.map((entry, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity of their own and the list doesn't reorder
            <Entry key={index} entry={entry} close={() => list.current?.hidePopover()} />
          ))}
        </Later>
      </div>
    </>
  );
}

const ITEM =
  "flex min-h-8 w-full items-center gap-2.5 rounded px-2.5 py-1 text-left select-none hover:bg-sunk focus:bg-sunk focus-visible:-outline-offset-2 aria-disabled:cursor-not-allowed aria-disabled:text-ink-3 pointer-coarse:min-h-11";

function Entry({ entry, close }: Readonly<{ entry: MenuEntry; close: () => void }>) {
  switch (entry.kind) {
    case "line":
      return <hr className="my-1 h-px border-0 bg-line" />;
    case "heading":
      return <div className="px-2.5 pt-1.5 pb-1 text-small text-ink-2">{entry.label}</div>;
    case "action":
      return (
        <button
          type="button"
          role="menuitem"
          tabIndex={-1}
          aria-disabled={entry.disabled || undefined}
          onClick={() => {
            if (entry.disabled) return;
            close();
            entry.run();
          }}
          className={clsx(ITEM, entry.danger && "text-danger")}
        >
          <Words icon={entry.icon} label={entry.label} detail={entry.detail} />
        </button>
      );
    case "link": {
      const shared = { href: entry.href, role: "menuitem", tabIndex: -1, onClick: close };
      return entry.download ? (
        <a {...shared} download className={ITEM}>
          <Words icon={entry.icon} label={entry.label} detail={entry.detail} />
        </a>
      ) : (
        <Link
          {...shared}
          aria-current={entry.current ? "page" : undefined}
          className={clsx(ITEM, entry.current && "font-medium")}
        >
          <Words icon={entry.icon} label={entry.label} detail={entry.detail} />
          {entry.current && <Icon name="check" size={14} className="ml-auto" />}
        </Link>
      );
    }
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

function itemsOf(list: HTMLElement): readonly HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>("[role=menuitem]")];
}

/** Where a key leads from the item that has the focus. */
function target(key: string, items: readonly HTMLElement[]): HTMLElement | undefined {
  const at = document.activeElement instanceof HTMLElement ? items.indexOf(document.activeElement) : -1;
  if (key === "ArrowDown") return items[(at + 1) % items.length];
  if (key === "ArrowUp") return items.at(at <= 0 ? -1 : at - 1);
  if (key === "Home") return items[0];
  if (key === "End") return items.at(-1);
  if (key.length !== 1 || key === " ") return undefined;
  const after = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  return after.find((item) => item.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()));
}

/** Under the button, or over it where there is no room. Positions go through CSSOM, which the CSP allows. */
function place(list: HTMLElement, button: DOMRect, align: "start" | "end"): void {
  const { width, height } = list.getBoundingClientRect();
  const wanted = align === "start" ? button.left : button.right - width;
  const left = Math.max(EDGE, Math.min(wanted, document.documentElement.clientWidth - width - EDGE));
  const below = button.bottom + GAP;
  const fits = below + height <= document.documentElement.clientHeight - EDGE;
  list.style.left = `${left}px`;
  list.style.top = `${fits ? below : Math.max(EDGE, button.top - height - GAP)}px`;
  list.classList.remove("invisible");
}
