"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { signInWithPassword } from "./sign-in-with-password";

type Props = Readonly<{
  /** Where to go afterwards: a path of our own. */
  next: string;
  email?: string;
}>;

/** Address and password. The same answer whether or not there is such an account. */
export function SignInForm({ next, email }: Props) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    setBusy(true);
    const result = await signInWithPassword(String(fields.get("email")), String(fields.get("password")));
    if (result === "signed-in") {
      window.location.assign(next); // a full load: nothing rendered for another person stays in the router's cache
      return;
    }
    setBusy(false);
    setFailure(FAILURES[result]);
  }

  return (
    <form onSubmit={onSubmit} className="grid gap-4">
      {failure && <Notice tone="danger" title={failure} live />}
      <Field label="Email" required>
        {(ties) => (
          <Input {...ties} name="email" type="email" autoComplete="username" defaultValue={email} maxLength={254} />
        )}
      </Field>
      <Field label="Password" required>
        {(ties) => <Input {...ties} name="password" type="password" autoComplete="current-password" maxLength={200} />}
      </Field>
      <Button type="submit" variant="primary" size="large" busy={busy}>
        Sign in
      </Button>
    </form>
  );
}

const FAILURES = {
  wrong: "Email and password don't fit together. Check both and try again.",
  throttled: "Too many attempts. Wait 15 minutes, then try again.",
  offline: "There is no connection to the server. Try again in a moment.",
};
