"use client";

import { useState } from "react";
import { send } from "@/components/forms/send";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";

type Props = Readonly<{ api: string; slug: string; name: string }>;

/** The way out for a member themself. */
export function LeaveOrganization({ api, slug, name }: Props) {
  const [asked, setAsked] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function leave() {
    const sent = await send(`${api}/leave`, { confirm: slug });
    // A full load: nothing rendered for a member stays in the router's cache.
    if (sent.ok) window.location.assign("/clients");
    else setFailure(sent.problem.title);
  }

  return (
    <>
      <Button onClick={() => setAsked(true)} className="justify-self-start">
        Leave {name}
      </Button>
      <Dialog
        open={asked}
        onClose={() => setAsked(false)}
        title={`Leave ${name}?`}
        closeLabel="Close"
        description="Your access ends at once. What you answered stays. To come back you need a new invitation."
        actions={
          <>
            <Button onClick={() => setAsked(false)}>Stay</Button>
            <Button variant="danger" onClick={() => void leave()}>
              Leave
            </Button>
          </>
        }
      >
        {failure && <Notice tone="danger" title={failure} live />}
      </Dialog>
    </>
  );
}
