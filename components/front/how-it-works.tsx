import { TryTopic } from "./try-topic";

const STEPS = [
  {
    title: "Answer",
    text: "One topic at a time: pick the stage you are at, or answer its criteria one by one. Each is a single fact: met, partly with a count, not met, not known yet, or not applicable with a reason.",
  },
  {
    title: "Score",
    text: "What is not known yet widens the band; it is never guessed. The stage of a pillar follows from its topics and its gates, and the lowest pillar decides the stage of the whole.",
  },
  {
    title: "Evidence",
    text: "A scan, a file or a reviewer’s attestation turns a claim into a verified answer, until it expires. Where a scan measures less than was claimed, the row says so.",
  },
  {
    title: "Plan",
    text: "Initiatives close the gap to your target in an order that respects what must come first and the days your team has. The level is scored anew at the end of each quarter.",
  },
  {
    title: "Report",
    text: "A PDF with a summary written from the data, findings by pillar, the roadmap, the method and every answer, so that anyone can recompute it.",
  },
] as const;

/** The five steps, and a topic to try. */
export function HowItWorks() {
  return (
    <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[1fr_1.35fr]">
      <ol className="grid gap-5">
        {STEPS.map((step, index) => (
          <li key={step.title} className="grid grid-cols-[2rem_1fr]">
            <span className="font-mono text-read font-semibold text-ink-2">{index + 1}</span>
            <div>
              <h3 className="text-read font-semibold">{step.title}</h3>
              <p className="mt-0.5 text-body/5.5 text-ink-2">{step.text}</p>
            </div>
          </li>
        ))}
      </ol>
      <TryTopic />
    </div>
  );
}
