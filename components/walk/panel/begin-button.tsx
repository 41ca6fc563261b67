import { Button } from "@/components/ui/button";
import type { IconName } from "@/components/ui/icon";

type Props = Readonly<{ of: keyof typeof LOOKS; busy?: boolean; onClick: () => void }>;

/** Begins what others hold of an answer. */
export function BeginButton({ of, busy, onClick }: Props) {
  const { label, icon } = LOOKS[of];
  return (
    <Button size="small" variant="quiet" className="-ml-2" icon={icon} busy={busy} onClick={onClick}>
      {label}
    </Button>
  );
}

const LOOKS = {
  finding: { label: "Write a finding", icon: "plus" },
  question: { label: "Ask back", icon: "comment" },
  exception: { label: "Propose an exception", icon: "plus" },
} satisfies Record<string, { label: string; icon: IconName }>;
