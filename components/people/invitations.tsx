"use client";

import { useState } from "react";
import { Card } from "@/components/ui/card";
import { InvitationList } from "./invitation-list";
import { type Invited, InviteForm } from "./invite-form";
import type { InvitationRow } from "./types";

type Props = Readonly<{ api: string; grantable: readonly string[]; invitations: readonly InvitationRow[] }>;

/** Inviting, and what is open of it. A link that is taken back is no longer shown. */
export function Invitations({ api, grantable, invitations }: Props) {
  const [invited, setInvited] = useState<Invited | null>(null);
  return (
    <>
      <Card title="Invite somebody" subtitle="They join by a link that works once, for seven days.">
        <InviteForm api={api} grantable={grantable} invited={invited} onInvited={setInvited} />
      </Card>
      {invitations.length > 0 && (
        <Card title="Open invitations">
          <InvitationList
            api={api}
            invitations={invitations}
            onRevoked={(email) => setInvited((shown) => (shown?.email === email ? null : shown))}
          />
        </Card>
      )}
    </>
  );
}
