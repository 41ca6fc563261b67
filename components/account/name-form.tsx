"use client";

import { SaveStatus } from "@/components/forms/save-status";
import { SavedField } from "@/components/forms/saved-field";
import { useAutosave } from "@/components/forms/use-autosave";

/** The person's name, which saves itself. */
export function NameForm({ name, email }: Readonly<{ name: string; email: string }>) {
  const { save, state, error } = useAutosave("/api/account");
  return (
    <div className="grid gap-2">
      <SavedField
        label="Your name"
        hint="Your colleagues see it beside what you do."
        error={error("name")}
        value={name}
        onSave={(text) => void save({ name: text })}
        input={{ maxLength: 100, required: true, autoComplete: "name" }}
        className="sm:max-w-90"
      />
      <p className="text-note text-ink-2">
        You sign in as <span className="wrap-anywhere">{email}</span> · <SaveStatus state={state} />
      </p>
    </div>
  );
}
