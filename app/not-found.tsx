import type { Metadata } from "next";
import Link from "next/link";
import { BrandMark } from "@/components/shell/brand";
import { ButtonLink } from "@/components/ui/button";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr]">
      <header className="border-b border-line bg-raised px-7 py-4 max-sm:px-4">
        <Link href="/" className="inline-flex items-center gap-2.5 font-semibold">
          <BrandMark />
          Plumbline
        </Link>
      </header>
      <main className="mx-auto grid w-full max-w-[34rem] content-start justify-items-start gap-3 px-4 py-16">
        <h1 className="text-question font-semibold">There is nothing at this address</h1>
        <p className="text-read text-ink-2">
          It may have been removed or renamed, or it belongs to an organization that you are no member of. If somebody
          sent you the link, ask them for an invitation.
        </p>
        <div className="mt-2 flex flex-wrap gap-2">
          <ButtonLink href="/home" variant="primary">
            My organizations
          </ButtonLink>
          <ButtonLink href="/">Front page</ButtonLink>
        </div>
      </main>
    </div>
  );
}
