import { useId } from "react";
import { Radio } from "@/components/ui/radio";
import type { FactScope } from "@/lib/core/content/profile-scope";
import { formatNames, formatNumberOf } from "@/lib/core/words/format";

type Props = Readonly<{
  fact: FactScope;
  /** Undefined: not sure, so that its topics are asked. */
  value: boolean | undefined;
  onChange: (value: boolean | undefined) => void;
  disabled?: boolean;
}>;

const CHOICES = [
  { value: true, label: "Yes" },
  { value: false, label: "No" },
  { value: undefined, label: "Not sure" },
] as const;

/** One fact about the organization, and what a "no" takes out of scope. */
export function ProfileQuestion({ fact, value, onChange, disabled }: Props) {
  const id = useId();
  const topics = formatNames(fact.topics.map(({ title, pillar }) => `${pillar}: ${title}`));
  const lost = `${topics} (${formatNumberOf(fact.criteria, "criterion", "criteria")})`;
  const matters = fact.topics.length > 0;
  return (
    <div
      role="radiogroup"
      aria-labelledby={`${id}-question`}
      aria-describedby={`${id}-help ${id}-effect`}
      className="grid gap-x-8 gap-y-2 border-t border-line py-3 first:border-t-0 first:pt-0 md:grid-cols-[1fr_auto]"
    >
      <div className="min-w-0">
        <p id={`${id}-question`} className="font-medium">
          {fact.question}
        </p>
        <p id={`${id}-help`} className="text-small text-ink-2">
          {fact.help}
        </p>
        <p id={`${id}-effect`} className="text-small text-ink-2">
          {matters ? (
            value === false ? (
              <span className="mt-1 block font-medium text-ink">
                Left out: {lost}. Answer yes or not sure to ask it.
              </span>
            ) : (
              <span className="sr-only">A no leaves out {lost}</span>
            )
          ) : (
            "No question hangs on it; it is kept for comparison with others."
          )}
        </p>
      </div>
      <div className="flex flex-wrap gap-x-5 gap-y-1 md:pt-0.5">
        {CHOICES.map((choice) => (
          <Radio
            key={choice.label}
            name={`profile.${fact.id}`}
            value={String(choice.value)}
            label={choice.label}
            checked={value === choice.value}
            disabled={disabled}
            onChange={() => onChange(choice.value)}
          />
        ))}
      </div>
    </div>
  );
}
