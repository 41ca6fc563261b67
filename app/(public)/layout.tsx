import Link from "next/link";
import type { ReactNode } from "react";
import { BrandMark } from "@/components/shell/brand";
import { SkipLink } from "@/components/shell/skip-link";
import { ButtonLink } from "@/components/ui/button";
import { ThemeSwitch } from "@/components/ui/theme-switch";
import { readTheme } from "../theme";

export default async function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SkipLink>Skip to the page</SkipLink>
      <header className="border-b border-line bg-raised print:hidden">
        <div className="mx-auto flex min-h-15 max-w-290 items-center gap-6 px-7 max-sm:px-4">
          <Link href="/" className="flex items-center gap-2.5 text-head font-semibold">
            <BrandMark />
            Plumbline
          </Link>
          <nav aria-label="Site" className="ml-auto flex items-center gap-6">
            <Link href="/#how" className="text-ink-2 hover:text-ink max-sm:hidden">
              How it works
            </Link>
            <Link href="/quick-check" className="text-ink-2 hover:text-ink max-sm:hidden">
              Quick check
            </Link>
            <ButtonLink href="/sign-in">Sign in</ButtonLink>
          </nav>
        </div>
      </header>
      {children}
      <footer className="border-t border-line bg-sunk print:hidden">
        <div className="mx-auto flex max-w-290 flex-wrap items-center justify-between gap-x-8 gap-y-4 px-7 py-6 text-note text-ink-2 max-sm:px-4">
          <p className="max-w-[60ch]">
            Plumbline is free software under the Apache License 2.0. Your answers stay on the server it runs on.
          </p>
          <ThemeSwitch
            label="Theme"
            initial={await readTheme()}
            words={{ system: "System", light: "Light", dark: "Dark" }}
          />
        </div>
      </footer>
    </>
  );
}
