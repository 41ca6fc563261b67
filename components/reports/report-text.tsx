import { StageMark } from "@/components/marks/stage-mark";
import type { Text } from "@/lib/core/reports/document";

/** Running text of a report with its figures and marks. */
export function ReportText({ text }: Readonly<{ text: Text }>) {
  return text.map((part, index) => {
    const key = `${index}`;
    if (typeof part === "string") return <span key={key}>{part}</span>;
    if ("mark" in part) {
      return <StageMark key={key} stage={part.mark} size={12} decorative className="mr-1 inline align-[-1px]" />;
    }
    return (
      <span key={key} className={LOOKS[part.as]}>
        {part.text}
      </span>
    );
  });
}

const LOOKS = {
  strong: "font-semibold",
  soft: "text-ink-2",
  code: "font-mono text-small",
  figure: "font-mono",
  alert: "text-danger",
};
