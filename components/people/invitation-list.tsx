"use client";

import { useRouter } from "next/navigation";
import { send } from "@/components/forms/send";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";
import { formatDay } from "@/lib/core/words/format";
import { roleName } from "@/lib/core/words/roles";
import type { InvitationRow } from "./types";

type Props = Readonly<{
  api: string;
  invitations: readonly InvitationRow[];
  onRevoked: (email: string) => void;
}>;

/** Invitations that can still be used, each with the way to take it back. */
export function InvitationList({ api, invitations, onRevoked }: Props) {
  const router = useRouter();

  async function revoke({ id, email }: InvitationRow) {
    const sent = await send(`${api}/invitations/${id}`, undefined, "DELETE");
    showToast(
      sent.ok ? { text: `The link for ${email} no longer works` } : { text: sent.problem.title, tone: "danger" },
    );
    if (sent.ok) onRevoked(email);
    router.refresh();
  }

  return (
    <ul className="grid">
      {invitations.map((invitation) => (
        <li
          key={invitation.id}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line py-2 first:border-t-0 first:pt-0 last:pb-0"
        >
          <p className="min-w-0 text-note">
            <span className="font-medium wrap-anywhere">{invitation.email}</span> as {roleName(invitation.role)}
            <span className="block text-small text-ink-2">
              Invited {formatDay(invitation.createdAt.toISOString().slice(0, 10))} by {invitation.invitedBy} · works
              until {formatDay(invitation.expiresAt.toISOString().slice(0, 10))}
            </span>
          </p>
          <Button
            size="small"
            onClick={() => void revoke(invitation)}
            aria-label={`Take back the invitation of ${invitation.email}`}
          >
            Take back
          </Button>
        </li>
      ))}
    </ul>
  );
}
