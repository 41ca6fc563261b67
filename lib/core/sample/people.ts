/**
 * Who answers, reviews and decides in the sample organization: roles, by ids that no account has, so that nobody can
 * sign in as one of them.
 */
export const SAMPLE_PEOPLE = {
  CISO: "5a3b1e00-0000-4000-8000-000000000001",
  "internal auditor": "5a3b1e00-0000-4000-8000-000000000002",
  "identity engineer": "5a3b1e00-0000-4000-8000-000000000003",
  "identity governance lead": "5a3b1e00-0000-4000-8000-000000000004",
  "help desk lead": "5a3b1e00-0000-4000-8000-000000000005",
  "device management lead": "5a3b1e00-0000-4000-8000-000000000006",
  "enterprise architect": "5a3b1e00-0000-4000-8000-000000000007",
  "application security engineer": "5a3b1e00-0000-4000-8000-000000000008",
  "development lead": "5a3b1e00-0000-4000-8000-000000000009",
  "platform engineer": "5a3b1e00-0000-4000-8000-000000000010",
  "data protection officer": "5a3b1e00-0000-4000-8000-000000000011",
  "information protection lead": "5a3b1e00-0000-4000-8000-000000000012",
  "network engineer": "5a3b1e00-0000-4000-8000-000000000013",
  "infrastructure lead": "5a3b1e00-0000-4000-8000-000000000014",
  "backup lead": "5a3b1e00-0000-4000-8000-000000000015",
  "security operations lead": "5a3b1e00-0000-4000-8000-000000000016",
} as const;

export type SampleRole = keyof typeof SAMPLE_PEOPLE;

const NAMES: ReadonlyMap<string, string> = new Map(Object.entries(SAMPLE_PEOPLE).map(([role, id]) => [id, role]));

/** The role behind an id of the sample's people; undefined for every other id. */
export function sampleName(id: string): string | undefined {
  return NAMES.get(id);
}
