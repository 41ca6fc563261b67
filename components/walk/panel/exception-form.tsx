"use client";

import { KeptForm } from "@/components/forms/kept-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
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
          <Field label="Reason" error={error("reason")} required>
            {(ties) => (
              <Textarea
                {...ties}
                name="reason"
                rows={2}
                maxLength={2000}
                defaultValue={first("reason", known?.reason)}
                autoFocus
              />
            )}
          </Field>
          <Field label="Risk" optional="optional" error={error("risk")}>
            {(ties) => (
              <Textarea {...ties} name="risk" rows={1} maxLength={2000} defaultValue={first("risk", known?.risk)} />
            )}
          </Field>
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
