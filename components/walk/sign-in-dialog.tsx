"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { signInWithPassword } from "@/components/account/sign-in-with-password";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { keptWithin } from "@/lib/core/device/keeping";
import { useWalk } from "./walk-context";

/** Signs the same person in again, in place; what waits is sent then. */
export function SignInDialog() {
  const store = useWalk();
  const { email } = store.data.me;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const field = useRef<HTMLInputElement>(null);

  useEffect(() => field.current?.focus(), []);

  async function signIn(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password"));
    setBusy(true);
    const result = await signInWithPassword(email, password);
    setBusy(false);
    if (result === "signed-in") store.set({ link: "online", dialog: null });
    else setFailure(FAILURES[result]);
  }

  return (
    <Dialog
      open
      size="small"
      onClose={() => store.set({ dialog: null })}
      title="Sign in again"
      closeLabel="Later"
      description={`Your session has ended. What you entered is ${keptWithin(store.data.organization.keeping)} and is sent as soon as you are signed in.`}
    >
      <form onSubmit={signIn} className="grid gap-3">
        {failure && <Notice tone="danger" live title={failure} />}
        <Field label="Email">
          {(ties) => <Input {...ties} type="email" value={email} readOnly autoComplete="username" />}
        </Field>
        <Field label="Password" required>
          {(ties) => (
            <Input
              {...ties}
              ref={field}
              type="password"
              name="password"
              autoComplete="current-password"
              maxLength={200}
            />
          )}
        </Field>
        <Button type="submit" variant="primary" size="large" busy={busy}>
          Sign in and go on
        </Button>
      </form>
    </Dialog>
  );
}

const FAILURES = {
  wrong: "Email and password don’t fit together. Try again.",
  throttled: "Too many attempts. Wait 15 minutes, then try again. What you entered stays kept.",
  offline: "There is no connection to the server. Try again in a moment.",
};
