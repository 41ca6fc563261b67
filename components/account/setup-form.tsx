"use client";

import { useSubmit } from "@/components/forms/use-submit";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { signInWithPassword } from "./sign-in-with-password";

/** The first account of an installation and its organization. */
export function SetupForm({ token }: Readonly<{ token: string }>) {
  const form = useSubmit<{ organization: string; email: string }>({
    to: "/api/setup",
    body: (fields) => {
      password = String(fields.get("password"));
      return { ...Object.fromEntries(fields), token };
    },
    done: async ({ organization, email }) => {
      const result = await signInWithPassword(email, password);
      window.location.assign(result === "signed-in" ? `/${organization}/assessments/new` : "/sign-in");
    },
  });
  let password = "";

  return (
    <form onSubmit={form.onSubmit} className="grid gap-4">
      {form.problem && <Notice tone="danger" title={form.problem.title} live />}
      <Field label="Your name" error={form.error("name")} required>
        {(ties) => <Input {...ties} name="name" autoComplete="name" maxLength={100} />}
      </Field>
      <Field label="Email" error={form.error("email")} hint="You sign in with it. Nothing is sent to it." required>
        {(ties) => <Input {...ties} name="email" type="email" autoComplete="username" maxLength={254} />}
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
      <Field
        label="Organization"
        error={form.error("organization")}
        hint="Whose maturity is assessed. More can be added later."
        required
      >
        {(ties) => <Input {...ties} name="organization" autoComplete="organization" maxLength={100} />}
      </Field>
      <Button type="submit" variant="primary" size="large" busy={form.busy}>
        Create account and organization
      </Button>
    </form>
  );
}
