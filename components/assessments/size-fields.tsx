import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { REFERENCE_SIZES } from "@/lib/core/planning/effort";
import { formatCount } from "@/lib/core/words/format";

export const SIZES = [
  { id: "people", label: "People", hint: "Who work for it and sign in, contractors included." },
  { id: "devices", label: "Devices", hint: "Laptops, desktops and phones." },
  { id: "applications", label: "Applications", hint: "Own, bought and rented." },
  { id: "servers", label: "Servers", hint: "Physical and virtual, anywhere." },
] as const;

type SizeId = (typeof SIZES)[number]["id"];

/** What the planner takes for a size that nobody gave: the proportion of the organization that the efforts are written for. */
export function derivedSize(size: SizeId, people: number | undefined): string | undefined {
  if (size === "people" || people === undefined) return undefined;
  return `about ${formatCount(Math.max(1, Math.round((people * REFERENCE_SIZES[size]) / REFERENCE_SIZES.people)))}`;
}

type Props = Readonly<{
  size: (typeof SIZES)[number];
  people: number | undefined;
  error: string | undefined;
  input: Omit<React.ComponentProps<"input">, "size">;
}>;

/** One size of the organization; what stays empty is derived from the people. */
export function SizeField({ size, people, error, input }: Props) {
  return (
    <Field label={size.label} hint={size.hint} error={error} optional={size.id === "people" ? undefined : "optional"}>
      {(ties) => (
        <Input
          {...ties}
          {...input}
          name={`sizes.${size.id}`}
          inputMode="numeric"
          autoComplete="off"
          figures
          maxLength={12}
          placeholder={derivedSize(size.id, people)}
        />
      )}
    </Field>
  );
}
