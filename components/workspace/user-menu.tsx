"use client";

import { useSignOut } from "@/components/account/use-sign-out";
import { Icon } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";

type Props = Readonly<{ id: string; name: string; email: string; role?: string }>;

/** Who is signed in, and the way out. */
export function UserMenu({ id, name, email, role }: Props) {
  const [leave, dialog] = useSignOut(id);
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
          { kind: "action", label: "Sign out", icon: "arrow-right", run: () => leave() },
        ]}
      />
      {dialog}
    </>
  );
}
