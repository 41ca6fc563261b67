"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useSubmit } from "@/components/forms/use-submit";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { formatDay } from "@/lib/core/words/format";
import { ROLE_WORDS } from "@/lib/core/words/roles";

export type Invited = Readonly<{ path: string; email: string; expiresAt: string }>;

type Props = Readonly<{
  api: string;
  grantable: readonly string[];
  /** The link that was just made. */
  invited: Invited | null;
  onInvited: (invited: Invited) => void;
}>;

/** Makes a one-time link for one address; the link is shown once. */
export function InviteForm({ api, grantable, invited, onInvited }: Props) {
  const router = useRouter();
  const element = useRef<HTMLFormElement>(null);
  const [role, setRole] = useState("assessor");
  const form = useSubmit<Invited>({
    to: `${api}/invitations`,
    done: (data) => {
      onInvited(data);
      element.current?.reset();
      router.refresh();
    },
  });
  const roles = ROLE_WORDS.filter((words) => grantable.includes(words.role));
  return (
    <div>
      <form ref={element} onSubmit={form.onSubmit} className="grid gap-3">
        {form.problem && <Notice tone="danger" title={form.problem.title} live />}
        <div className="flex flex-wrap items-start gap-3">
          <Field label="Email" error={form.error("email")} required className="min-w-0 flex-1 basis-60 sm:max-w-90">
            {(ties) => <Input {...ties} name="email" type="email" maxLength={254} autoComplete="off" />}
          </Field>
          <Field label="Role" error={form.error("role")}>
            {(ties) => (
              <Select
                {...ties}
                name="role"
                value={role}
                onChange={(event) => setRole(event.currentTarget.value)}
                options={roles.map((words) => ({ value: words.role, label: words.name }))}
              />
            )}
          </Field>
          <Button type="submit" variant="primary" busy={form.busy} className="mt-5.5">
            Make invitation link
          </Button>
        </div>
        <p className="text-note text-ink-2">{roles.find((words) => words.role === role)?.may}</p>
      </form>
      <div aria-live="polite">{invited && <InvitationLink {...invited} />}</div>
    </div>
  );
}

function InvitationLink({ path, email, expiresAt }: Invited) {
  const link = `${window.location.origin}${path}`;
  return (
    <div className="mt-4 grid gap-2 rounded border border-ink-2 px-3.5 py-3">
      <p className="font-medium">Link for {email}</p>
      <div className="flex flex-wrap items-center gap-2">
        <Input
          readOnly
          value={link}
          aria-label={`Invitation link for ${email}`}
          onFocus={(event) => event.currentTarget.select()}
          className="min-w-0 flex-1 basis-72 font-mono text-note"
        />
        <CopyButton text={link} label="Copy link" copiedLabel="Copied" />
      </div>
      <p className="text-note text-ink-2">
        Shown this one time. It works once, until {formatDay(expiresAt.slice(0, 10))}. Whoever opens it joins, so send
        it by a way that only they read.
      </p>
    </div>
  );
}
