import type { ReactNode } from "react";
import { BrandMark } from "@/components/shell/brand";
import { SkipLink } from "@/components/shell/skip-link";

/** The frame for who answers by a link: no navigation, nothing to leave for. */
export default function GuestLayout({ children }: { children: ReactNode }) {
  return (
    <div className="min-h-dvh">
      <SkipLink>Skip to content</SkipLink>
      <header className="border-b border-line bg-raised px-7 py-3.5 max-sm:px-4">
        <span className="inline-flex items-center gap-2.5 font-semibold">
          <BrandMark />
          Plumbline
        </span>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-3xl px-4 py-8 outline-none">
        {children}
      </main>
    </div>
  );
}
