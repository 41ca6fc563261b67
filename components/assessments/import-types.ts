import type { AnswerChange } from "@/lib/core/portable/plan-import";
import type { Evidence } from "@/lib/core/scoring/types";

/** What the route answers of a file: what bringing it in would change. */
export type Preview = Readonly<{
  token: string;
  file: Readonly<{ organization: string | null; questionnaire: string; answers: number }>;
  empty: boolean;
  answers: readonly (AnswerChange & Readonly<{ statement: string; place: string }>)[];
  answersTotal: number;
  unchanged: number;
  evidence: readonly (Evidence & Readonly<{ statement: string }>)[];
  evidenceTotal: number;
  evidenceThere: number;
  reviewsDropped: number;
  exceptions: readonly Readonly<{ criterion: string; statement: string; owner: string; expires: string }>[];
  exceptionsLeftOut: readonly Readonly<{ criterion: string; statement: string }>[];
  organization: readonly Readonly<{ id: string; title: string; before: string; after: string }>[];
  profile: readonly Readonly<{ id: string; title: string; before: boolean | null; after: boolean }>[];
  target: readonly Readonly<{ id: string; title: string; before: number | null; after: number }>[];
  reasons: readonly Readonly<{ id: string; title: string; before: string | null; after: string }>[];
  by: Readonly<{ before: string | null; after: string }> | null;
  unknownCriteria: readonly string[];
}>;

export type Imported = Readonly<{ answers: number; evidence: number; exceptions: number }>;
