"use client";

import { KeptForm } from "@/components/forms/kept-form";
import { LongField } from "@/components/forms/long-field";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { saveException } from "../store/evidence-actions";
import { useFormPlace } from "../use-form-place";
import { useWalk, useWalkState } from "../walk-context";

/** Owner, reason, risk and last day of a deviation that somebody else is to accept. */
export function ExceptionForm({ criterion, onDone }: Readonly<{ criterion: string; onDone: () => void }>) {
  const store = useWalk();
  const place = useFormPlace(`exception/${criterion}`);
  const known = useWalkState("exceptions").exceptions.get(criterion);

  function save(form: FormData) {
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const fields = { owner: text("owner"), reason: text("reason"), risk: text("risk"), expires: text("expires") };
    return saveException(store, criterion, fields);
  }

  return (
    <KeptForm
      place={place}
      action="Propose exception"
      save={save}
      onDone={onDone}
      onCancel={onDone}
      className="rounded border border-line px-2.5 py-2"
    >
      {({ first, error }) => (
        <>
          <LongField
            label="Reason"
            what="a reason"
            name="reason"
            rows={2}
            defaultValue={first("reason", known?.reason)}
            error={error("reason")}
            required
            autoFocus
          />
          <LongField
            label="Risk"
            what="this field"
            name="risk"
            rows={1}
            defaultValue={first("risk", known?.risk)}
            error={error("risk")}
            optional="optional"
          />
          <div className="grid grid-cols-2 gap-2">
            <Field label="Owner" error={error("owner")} required>
              {(ties) => (
                <Input
                  {...ties}
                  name="owner"
                  maxLength={200}
                  autoComplete="off"
                  defaultValue={first("owner", known?.owner)}
                />
              )}
            </Field>
            <Field label="Ends on" error={error("expires")} required>
              {(ties) => (
                <Input
                  {...ties}
                  type="date"
                  name="expires"
                  className="px-1.5!"
                  defaultValue={first("expires", known?.expires)}
                />
              )}
            </Field>
          </div>
        </>
      )}
    </KeptForm>
  );
}
