"use client";

import { useSubmit } from "@/components/forms/use-submit";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { signInWithPassword } from "./sign-in-with-password";

type Props = Readonly<{ token: string; email: string }>;

/** A new account for the address that was invited. */
export function JoinForm({ token, email }: Props) {
  let password = "";
  const form = useSubmit<{ organization: string }>({
    to: "/api/invitations/redeem",
    body: (fields) => {
      password = String(fields.get("password"));
      return { ...Object.fromEntries(fields), token };
    },
    done: async ({ organization }) => {
      const result = await signInWithPassword(email, password);
      window.location.assign(result === "signed-in" ? `/${organization}` : "/sign-in");
    },
  });
  return (
    <form onSubmit={form.onSubmit} className="grid gap-4">
      {form.problem && <Notice tone="danger" title={form.problem.title} live />}
      <Field label="Email" hint="The address that was invited.">
        {(ties) => <Input {...ties} type="email" value={email} readOnly autoComplete="username" />}
      </Field>
      <Field label="Your name" error={form.error("name")} required>
        {(ties) => <Input {...ties} name="name" autoComplete="name" maxLength={100} />}
      </Field>
      <Field
        label="Password"
        error={form.error("password")}
        hint="At least 12 characters; a few words in a row are fine."
        required
      >
        {(ties) => (
          <Input {...ties} name="password" type="password" autoComplete="new-password" minLength={12} maxLength={200} />
        )}
      </Field>
      <Button type="submit" variant="primary" size="large" busy={form.busy}>
        Create account and join
      </Button>
    </form>
  );
}

/** Joining with the account that is signed in already. */
export function JoinButton({ token, organization }: Readonly<{ token: string; organization: string }>) {
  const form = useSubmit<{ organization: string }>({
    to: "/api/invitations/accept",
    body: () => ({ token }),
    done: (data) => window.location.assign(`/${data.organization}`),
  });
  return (
    <form onSubmit={form.onSubmit} className="grid gap-4">
      {form.problem && <Notice tone="danger" title={form.problem.title} live />}
      <Button type="submit" variant="primary" size="large" busy={form.busy}>
        Join {organization}
      </Button>
    </form>
  );
}
