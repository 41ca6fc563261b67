import type { Metadata } from "next";
import { SetupForm } from "@/components/account/setup-form";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { setupLinkIsOpen } from "@/lib/server/people/redeem-setup-link";

export const metadata: Metadata = { title: "Set up", referrer: "no-referrer" };

export default async function SetupPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  if (!(await setupLinkIsOpen(token))) {
    return (
      <EmptyState
        title="This set-up link is no longer valid"
        heading="h2"
        action={<ButtonLink href="/sign-in">Sign in</ButtonLink>}
      >
        It works once and for 24 hours. As long as nobody has an account, starting the server again prints a new one.
      </EmptyState>
    );
  }
  return (
    <>
      <h1 className="text-2xl font-semibold">Set up Plumbline</h1>
      <p className="mt-1 mb-6 text-ink-2">You become the owner. Everybody else joins by your invitation.</p>
      <SetupForm token={token} />
    </>
  );
}
