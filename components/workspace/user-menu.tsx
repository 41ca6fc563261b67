"use client";

import { useState } from "react";
import { Icon } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import { showToast } from "@/components/ui/toast";

type SignOutComponent = typeof import("@/components/account/sign-out")["SignOut"];

type Props = Readonly<{ id: string; name: string; email: string; role?: string }>;

/** Who is signed in, and the way out. */
export function UserMenu({ id, name, email, role }: Props) {
  // Fetched when it is asked for, and how often that was.
  const [{ SignOut, turn }, setAsked] = useState<{ SignOut?: SignOutComponent; turn: number }>({ turn: 0 });

  async function leave() {
    try {
      const module = await import("@/components/account/sign-out");
      setAsked({ SignOut: module.SignOut, turn: turn + 1 });
    } catch {
      showToast({ text: "No connection: you are still signed in. Try again in a moment.", tone: "danger" });
    }
  }

  return (
    <>
      <Menu
        align="start"
        trigger={
          <button
            type="button"
            className="flex min-h-8.5 w-full items-center gap-2.5 rounded px-2.25 text-left text-body text-ink-2 hover:text-ink"
            title={name}
          >
            <Icon name="person" />
            <span className="min-w-0 flex-1 truncate max-lg:sr-only">{name}</span>
          </button>
        }
        entries={[
          { kind: "heading", label: [email, role].filter(Boolean).join(" · ") },
          {
            kind: "link",
            label: "Organizations",
            href: "/clients",
            icon: "clients",
          },
          { kind: "link", label: "Account and sessions", href: "/account", icon: "lock" },
          { kind: "line" },
          { kind: "action", label: "Sign out", icon: "arrow-right", run: () => void leave() },
        ]}
      />
      {SignOut && <SignOut person={id} turn={turn} />}
    </>
  );
}
