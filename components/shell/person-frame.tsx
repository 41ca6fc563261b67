import { clsx } from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";
import { BrandMark } from "./brand";
import { SkipLink } from "./skip-link";

type Props = Readonly<{
  product: string;
  homeHref: string;
  userMenu: ReactNode;
  words: Readonly<{ skip: string }>;
  /** Wide for tables; a form reads best narrow. */
  width?: "narrow" | "wide";
  children: ReactNode;
}>;

/** The frame of pages that belong to a person and to no organization. */
export function PersonFrame({ product, homeHref, userMenu, words, width = "narrow", children }: Props) {
  return (
    <div className="min-h-dvh">
      <SkipLink>{words.skip}</SkipLink>
      <header className="flex items-center justify-between border-b border-line bg-raised px-7 py-3 max-sm:px-4">
        <Link href={homeHref} className="inline-flex items-center gap-2.5 font-semibold">
          <BrandMark />
          {product}
        </Link>
        <div>{userMenu}</div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className={clsx("mx-auto grid gap-5 px-4 py-10 outline-none", width === "wide" ? "max-w-7xl" : "max-w-3xl")}
      >
        {children}
      </main>
    </div>
  );
}
