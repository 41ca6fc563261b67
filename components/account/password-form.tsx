"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { useSubmit } from "@/components/forms/use-submit";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { showToast } from "@/components/ui/toast";
import { formatNumberOf } from "@/lib/core/words/format";

/** A new password, against the present one. */
export function PasswordForm({ email }: Readonly<{ email: string }>) {
  const router = useRouter();
  const element = useRef<HTMLFormElement>(null);
  const form = useSubmit<{ ended: number }>({
    to: "/api/account/password",
    body: (fields) => ({ present: fields.get("present"), password: fields.get("password") }),
    done: ({ ended }) => {
      element.current?.reset();
      const others = ended > 0 ? `; ${formatNumberOf(ended, "other session")} ended` : "";
      showToast({ text: `Password changed${others}` });
      router.refresh();
    },
  });
  return (
    <form ref={element} onSubmit={form.onSubmit} className="grid gap-4 sm:max-w-90">
      {form.problem && <Notice tone="danger" title={form.problem.title} live />}
      {/* So that password managers know whose it is. */}
      <input type="hidden" name="username" value={email} autoComplete="username" readOnly />
      <Field label="Present password" error={form.error("present")} required>
        {(ties) => <Input {...ties} name="present" type="password" autoComplete="current-password" maxLength={200} />}
      </Field>
      <Field
        label="New password"
        error={form.error("password")}
        hint="At least 12 characters; a few words in a row are fine."
        required
      >
        {(ties) => (
          <Input {...ties} name="password" type="password" autoComplete="new-password" minLength={12} maxLength={200} />
        )}
      </Field>
      <Button type="submit" busy={form.busy} className="justify-self-start">
        Change password
      </Button>
    </form>
  );
}
