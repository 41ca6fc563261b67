import { clsx } from "clsx";
import { Progress } from "@/components/ui/progress";
import { formatCountOf } from "@/lib/core/words/format";

type Props = Readonly<{
  /** Of what: a pillar's name, or "Answered". */
  name: string;
  answered: number;
  inScope: number;
  className?: string;
}>;

/** Criteria answered of those in scope, counted: a name, "52 of 56" and a line that fills. */
export function Completeness({ name, answered, inScope, className }: Props) {
  const counted = formatCountOf({ count: answered, population: inScope });
  return (
    <div className={clsx("grid gap-1", className)}>
      <div className="flex items-baseline justify-between gap-2 text-note">
        <span className="font-semibold">{name}</span>
        <span className="text-ink-2">{counted}</span>
      </div>
      <Progress label={`${name}: ${counted}`} value={answered} max={Math.max(inScope, 1)} />
    </div>
  );
}
