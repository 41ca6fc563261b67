import { GAIN_DIGITS, type HoldBackItem } from "@/lib/core/dashboard/hold-back";
import { formatGain } from "@/lib/core/words/format";

/** Gates that are short, with what meeting their open criteria would bring. Stands in a LinkArea. */
export function GateList({ gates }: Readonly<{ gates: readonly HoldBackItem[] }>) {
  return (
    <ul>
      {gates.map((gate) => (
        <li
          key={gate.id}
          className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-0.5 border-t border-line py-2.25 first:border-t-0 first:pt-0.5"
        >
          <a href={gate.href} className="font-medium hover:underline">
            {gate.title}
          </a>
          <span className="text-right font-mono">{formatGain(gate.gain, GAIN_DIGITS)}</span>
          <span className="text-small text-ink-2">{gate.detail}</span>
          <a href={gate.walkHref} className="link text-right text-small" aria-label={`Answer: ${gate.title}`}>
            Answer
          </a>
        </li>
      ))}
    </ul>
  );
}
