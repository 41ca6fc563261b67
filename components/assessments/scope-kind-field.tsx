import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { SCOPE_KINDS } from "@/lib/core/words/scope-kind";

type Props = Readonly<{
  /** With `onChange` what is shown; else what a form begins with. */
  value: string;
  onChange?: (value: string) => void;
  error?: string;
  disabled?: boolean;
}>;

const OPTIONS = SCOPE_KINDS.map(({ id, title }) => ({ value: id, label: title }));

/** What kind of part an assessment speaks of, so that several of one organization can be told apart. */
export function ScopeKindField({ value, onChange, error, disabled }: Props) {
  return (
    <Field label="Kind of scope" hint="Tells a subsidiary or an environment from the whole." error={error}>
      {(ties) => (
        <Select
          {...ties}
          name="scopeKind"
          options={OPTIONS}
          disabled={disabled}
          {...(onChange
            ? { value, onChange: (event) => onChange(event.currentTarget.value) }
            : { defaultValue: value })}
        />
      )}
    </Field>
  );
}
