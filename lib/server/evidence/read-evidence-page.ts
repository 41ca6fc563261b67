import type { CriterionChoice } from "../../core/evidence/choices";
import { type EvidencePiece, listEvidence } from "../../core/evidence/list-evidence";
import { isInScope } from "../../core/walk/outline";
import { isAnswerable } from "../../core/walk/walk-data";
import { type Actor, can } from "../access/roles";
import { answerableParts } from "../assessments/open-criterion";
import { readAssessment } from "../assessments/read-assessment";
import { selfAcceptanceHolds } from "../organizations/self-acceptance";
import { namesOf } from "../people/names-of";
import type { ScopedDb } from "../platform/database/client";
import { evidenceView } from "./evidence-rows";

/** All evidence of an assessment, and what the actor may do with it. */
export type EvidencePage = Readonly<{
  pieces: readonly EvidencePiece[];
  /** By criterion: its words and where it stands. */
  criteria: ReadonlyMap<string, CriterionChoice>;
  /** Criteria that the actor may attach evidence to. */
  open: readonly CriterionChoice[];
  /** Who answered, by criterion. */
  answeredBy: ReadonlyMap<string, string>;
  names: Readonly<Record<string, string>>;
  state: string;
  asOf: string;
  rights: Readonly<{ write: boolean; accept: boolean; files: boolean; selfAcceptance: boolean }>;
}>;

/** @throws Problem not-found */
export async function readEvidencePage(db: ScopedDb, actor: Actor, slug: string): Promise<EvidencePage> {
  const { assessment, stored, claims, answerRows, evidenceRows } = await readAssessment(db, actor, slug);
  const open = assessment.state !== "approved";
  const answerable = can(actor, "evidence.write") && open ? await answerableParts(db, actor, assessment) : [];
  const choices = stored.questionnaire.pillars.flatMap((pillar) =>
    pillar.topics.flatMap((topic) =>
      topic.criteria.map(({ id, statement }) => ({
        choice: { id, statement, topic: topic.short ?? topic.title },
        open: isAnswerable(answerable, topic.id, pillar.id) && isInScope(topic, claims.profile),
      })),
    ),
  );
  return {
    pieces: listEvidence(evidenceRows.map(evidenceView), claims.answers, claims.asOf),
    criteria: new Map(choices.map(({ choice }) => [choice.id, choice])),
    open: choices.flatMap((one) => (one.open ? [one.choice] : [])),
    answeredBy: new Map([...answerRows.values()].map((row) => [row.criterion, row.changedBy])),
    names: await namesOf(
      db,
      evidenceRows.flatMap((row) => [row.addedBy, row.acceptedBy ?? [], row.dismissedBy ?? []].flat()),
    ),
    state: assessment.state,
    asOf: claims.asOf,
    rights: {
      write: answerable === "all" || answerable.length > 0,
      accept: can(actor, "evidence.accept") && open,
      files: can(actor, "evidence.read"),
      selfAcceptance: await selfAcceptanceHolds(db, actor.organizationId),
    },
  };
}
