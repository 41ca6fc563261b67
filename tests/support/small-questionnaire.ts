import type { Criterion, Questionnaire, Topic } from "../../lib/core/content/types";

/** A whole questionnaire of two pillars, three topics and seven criteria, for tests that need one but not its wording. */
export const SMALL_QUESTIONNAIRE: Questionnaire = {
  id: "small",
  version: "1.0.0",
  title: "Small questionnaire",
  summary: "Two pillars for tests.",
  threshold: 0.8,
  stages: ["traditional", "advanced", "optimal"].map((id) => ({ id, title: id, summary: `How ${id} looks.` })),
  profile: [{ id: "offices", question: "Are there offices?", help: "Any place of work counts." }],
  pillars: [
    {
      id: "identity",
      title: "Identity",
      weight: 1,
      summary: "Who it is.",
      topics: [
        topic("identity.sign-in", { gate: true, advanced: ["second-factor", "no-legacy"], optimal: ["no-passwords"] }),
        topic("identity.reviews", { gate: false, advanced: ["yearly"], optimal: ["daily"] }),
      ],
    },
    {
      id: "network",
      title: "Network",
      weight: 1,
      summary: "What it passes.",
      topics: [
        topic("network.segments", { gate: true, condition: "offices", advanced: ["zones"], optimal: ["flows"] }),
      ],
    },
  ],
  quickCheck: ["identity.sign-in"],
  initiatives: [],
};

function topic(
  id: string,
  parts: { gate: boolean; condition?: string; advanced: readonly string[]; optimal: readonly string[] },
): Topic {
  const criterion =
    (stage: string) =>
    (name: string): Criterion => ({
      id: `${id}.${name}`,
      stage,
      statement: `Statement of ${name}.`,
      check: "How to check it.",
      look: ["Where to look."],
      evidence: "What proves it.",
      weight: 1,
      principles: ["verify-explicitly"],
      drivers: ["risk-mitigation"],
      crosswalk: {},
    });
  return {
    id,
    title: id,
    short: id,
    prompt: `How is ${id}?`,
    why: "Because.",
    asks: ["who knows"],
    principles: ["verify-explicitly"],
    drivers: ["risk-mitigation"],
    weight: 1,
    gate: parts.gate,
    condition: parts.condition,
    stages: {},
    criteria: [...parts.advanced.map(criterion("advanced")), ...parts.optimal.map(criterion("optimal"))],
  };
}
