import type { ContentIndex } from "../content-index";

/** An accepted deviation as it is stored; `expires` is the first day on which it no longer holds, YYYY-MM-DD. */
export type StoredException = Readonly<{
  criterion: string;
  owner: string;
  reason: string;
  risk: string;
  expires: string;
}>;

/** The same with its words, and whether it still holds. */
export type AcceptedRisk = StoredException & Readonly<{ statement: string; place: string; expired: boolean }>;

/** The register of accepted risk, what ends first on top. What the content doesn't have any more is left out. */
export function acceptedRisk(
  exceptions: readonly StoredException[],
  asOf: string,
  index: ContentIndex,
): readonly AcceptedRisk[] {
  return exceptions
    .flatMap((exception): readonly AcceptedRisk[] => {
      const placed = index.criteria.get(exception.criterion);
      if (!placed) return [];
      const { criterion, topic, pillar } = placed;
      const place = `${pillar.title}, ${topic.short}`;
      return [{ ...exception, statement: criterion.statement, place, expired: exception.expires <= asOf }];
    })
    .sort((a, b) => a.expires.localeCompare(b.expires));
}
