import Link from "next/link";
import type { ReactNode } from "react";
import { BrandMark } from "@/components/shell/brand";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr]">
      <header className="border-b border-line bg-raised px-7 py-4 max-sm:px-4">
        <Link href="/" className="inline-flex items-center gap-2.5 font-semibold">
          <BrandMark />
          Plumbline
        </Link>
      </header>
      <main className="mx-auto w-full max-w-[27rem] px-4 py-12">{children}</main>
    </div>
  );
}
