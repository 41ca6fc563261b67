"use client";

import { SaveStatus } from "@/components/forms/save-status";
import { useAutosave } from "@/components/forms/use-autosave";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";

const CHOICES = [
  { value: "at-once", label: "At once" },
  { value: "daily", label: "Once a day, gathered" },
  { value: "off", label: "Never" },
];

/** When the person gets mail of what they are told; saves itself. */
export function MailForm({ mailNotices }: Readonly<{ mailNotices: string }>) {
  const { save, state, error } = useAutosave("/api/account/mail");
  return (
    <div className="grid gap-2">
      <Field
        label="Mail of notices"
        hint="Who, which topic and a link; never what was answered or written. In the app you are told in any case."
        error={error("mailNotices")}
      >
        {(ties) => (
          <Select
            {...ties}
            className="max-w-64"
            defaultValue={mailNotices}
            options={CHOICES}
            onChange={(event) => void save({ mailNotices: event.target.value })}
          />
        )}
      </Field>
      <SaveStatus state={state} />
    </div>
  );
}
