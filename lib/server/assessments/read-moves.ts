import type { ContentRef } from "../content/content-ref";
import { namesOf } from "../people/names-of";
import type { ScopedDb } from "../platform/database/client";
import type { Assessment } from "../platform/database/generated/client";
import { answersChangedSince, lastMove } from "./move-assessment";
import { moveTargets } from "./move-targets";

/** One move between versions, as people read it. */
export type MoveView = Readonly<{
  id: string;
  from: ContentRef;
  to: ContentRef;
  by: string;
  at: Date;
  undone: Readonly<{ by: string; at: Date }> | null;
}>;

/** Where an assessment's content can go and where it came from. */
export type ContentMoves = Readonly<{
  targets: readonly ContentRef[];
  /** The newest first. */
  moves: readonly MoveView[];
  /** The move that can be taken back: the last that stands, while no answer has changed since. */
  undoable: string | null;
}>;

/** Reads the moves of an assessment. */
export async function readMoves(db: ScopedDb, assessment: Assessment): Promise<ContentMoves> {
  const { organizationId, id } = assessment;
  const rows = await db.assessmentMove.findMany({
    where: { organizationId, assessmentId: id },
    orderBy: { movedAt: "desc" },
  });
  const names = await namesOf(
    db,
    rows.flatMap(({ movedBy, undoneBy }) => (undoneBy ? [movedBy, undoneBy] : [movedBy])),
  );
  const nameOf = (person: string) => names[person] ?? "a former member";
  const last = await lastMove(db, assessment);
  const stays = last === null || (await answersChangedSince(db, assessment, last.movedAt));
  return {
    targets: await moveTargets(db, assessment),
    moves: rows.map((row) => ({
      id: row.id,
      from: { questionnaire: row.fromQuestionnaire, version: row.fromVersion },
      to: { questionnaire: row.toQuestionnaire, version: row.toVersion },
      by: nameOf(row.movedBy),
      at: row.movedAt,
      undone: row.undoneAt && row.undoneBy ? { by: nameOf(row.undoneBy), at: row.undoneAt } : null,
    })),
    undoable: stays ? null : last.id,
  };
}
