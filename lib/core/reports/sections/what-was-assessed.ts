import { ORGANIZATION_KEYS } from "../../content/organization-data";
import { profileScope } from "../../content/profile-scope";
import { formatNames, formatNumberOf } from "../../words/format";
import { organizationTitle, organizationWords } from "../../words/organization";
import type { Block } from "../document";
import type { ReportInput } from "../input";
import { bullets, paragraph, strong } from "../text";

/** What is known of the organization, and which topics its profile leaves out and why. Nothing where neither is there. */
export function whatWasAssessed({ questionnaire, claims, sizes }: ReportInput): readonly Block[] {
  const known = ORGANIZATION_KEYS.filter((key) => sizes[key] !== undefined);
  const left = profileScope(questionnaire).facts.filter(
    ({ id, topics }) => claims.profile[id] === false && topics.length > 0,
  );
  if (known.length + left.length === 0) return [];
  const about = known.map((key) => `${organizationTitle(key)}: ${organizationWords(key, sizes)}.`).join(" ");
  return [
    { kind: "heading", level: 2, text: "What was assessed" },
    ...(about ? [paragraph(about)] : []),
    ...(left.length > 0
      ? [paragraph("The profile leaves out what doesn't concern the organization; it counts nowhere:")]
      : []),
    ...bullets(
      ...left.map(
        ({ question, topics, criteria }) =>
          [
            strong(formatNames(topics.map(({ title, pillar }) => `${pillar}: ${title}`))),
            ` (${formatNumberOf(criteria, "criterion", "criteria")}), as the answer is no to “${question}”`,
          ] as const,
      ),
    ),
  ];
}
