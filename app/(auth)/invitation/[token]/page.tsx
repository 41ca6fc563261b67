import type { Metadata } from "next";
import { JoinButton, JoinForm } from "@/components/account/join-form";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { pageSession } from "@/lib/server/access/door/read-page";
import { peekInvitation } from "@/lib/server/people/redeem-invitation";

export const metadata: Metadata = { title: "Invitation", referrer: "no-referrer" };

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await peekInvitation(token);
  if (!invitation) {
    return (
      <EmptyState title="This invitation is no longer valid" action={<ButtonLink href="/sign-in">Sign in</ButtonLink>}>
        It was used, taken back, or has expired. Ask whoever invited you for a new link.
      </EmptyState>
    );
  }
  const session = await pageSession("");
  return (
    <>
      <h1 className="text-2xl font-semibold">Join {invitation.organization}</h1>
      <p className="mt-1 mb-6 text-ink-2">You were invited as {invitation.role}.</p>
      {session?.email === invitation.email ? (
        <JoinButton token={token} organization={invitation.organization} />
      ) : (
        // The same for every address: the page doesn't tell whether it has an account.
        <>
          <Notice title="You have an account already?">
            <a
              href={`/sign-in?next=${encodeURIComponent(`/invitation/${token}`)}`}
              className="font-medium text-accent underline"
            >
              Sign in as {invitation.email}
            </a>{" "}
            and you come back here.
            {session ? " You are signed in with another address: sign out first." : ""}
          </Notice>
          <JoinForm token={token} email={invitation.email} />
        </>
      )}
    </>
  );
}
