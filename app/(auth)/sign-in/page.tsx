import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/account/sign-in-form";
import { pageSession } from "@/lib/server/access/door/read-page";
import { ownPath } from "@/lib/server/access/own-path";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const next = ownPath((await searchParams).next);
  if (await pageSession("")) redirect(next);
  return (
    <>
      <h1 className="mb-6 text-2xl font-semibold">Sign in</h1>
      <SignInForm next={next} />
      <p className="mt-6 text-note text-ink-2">
        No account? People join by an invitation from an owner or administrator of their organization.
      </p>
    </>
  );
}
