import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type Props = Readonly<{
  pillars: readonly Readonly<{ id: string; title: string }>[];
  /** What the fields begin with. */
  start: Readonly<{ pillars: Readonly<Record<string, number>>; by?: string }>;
  highest: number;
  error: (field: string) => string | undefined;
}>;

/** A level to reach per pillar, and by when; an empty field is no target. */
export function TargetFields({ pillars, start, highest, error }: Props) {
  return (
    <div className="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-6">
      {pillars.map(({ id, title }) => (
        <Field key={id} label={title} error={error(`target.pillars.${id}`)}>
          {(ties) => (
            <LevelInput {...ties} name={`target.pillars.${id}`} defaultValue={start.pillars[id]} highest={highest} />
          )}
        </Field>
      ))}
      <Field
        label="By"
        optional="optional"
        error={error("target.by")}
        className="col-span-2 sm:col-span-1 lg:col-span-2"
      >
        {(ties) => <Input {...ties} name="target.by" type="date" defaultValue={start.by} />}
      </Field>
    </div>
  );
}

/** A level from 1 up to the highest stage. */
export function LevelInput({ highest, ...input }: React.ComponentProps<"input"> & Readonly<{ highest: number }>) {
  return (
    <Input
      {...input}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      figures
      maxLength={5}
      placeholder={`1 to ${highest}`}
    />
  );
}
