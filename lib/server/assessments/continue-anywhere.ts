import { scoreAssessment } from "../../core/scoring/score";
import type { ContinueAt } from "../../core/walk/continue-at";
import { actorOf } from "../access/door/handler";
import type { Session } from "../access/session";
import { belongingsIn } from "../organizations/organizations-of";
import { withOrganization, withPerson } from "../platform/database/client";
import { Problem } from "../platform/problem";
import { continueIn } from "./continue-in";
import { readAssessment } from "./read-assessment";

/** Where a person goes on, in whichever of their organizations they were last. */
export type ContinueAnywhere = Readonly<{
  organization: string;
  /** The organization's name. */
  where: string;
  slug: string;
  name: string;
  scope: string;
  known: number;
  inScope: number;
  next: ContinueAt;
}>;

/** Of the places that somebody was last, only so many are looked at: what is finished is passed over. */
const MOST = 3;

/** Null where the person hasn't been anywhere, or nothing is left where they were. */
export async function continueAnywhere(session: Session): Promise<ContinueAnywhere | null> {
  const { userId } = session;
  const places = await withPerson(userId, (db) =>
    db.lastPlace.findMany({ where: { userId }, orderBy: { at: "desc" }, take: MOST }),
  );
  if (places.length === 0) return null;
  const organizations = await belongingsIn(
    userId,
    places.map(({ organizationId }) => organizationId),
  );
  for (const { organizationId, assessmentId, topic } of places) {
    const organization = organizations.find(({ id }) => id === organizationId);
    if (!organization) continue;
    const actor = actorOf(session, organization, "");
    const found = await withOrganization(actor, async (db): Promise<ContinueAnywhere | null> => {
      const row = await db.assessment.findFirst({
        where: { organizationId, id: assessmentId },
        select: { slug: true },
      });
      const state = row && (await readAssessment(db, actor, row.slug).catch(unlessUnseen));
      const next = state && (await continueIn(db, actor, state, topic));
      if (!next) return null;
      const { answered, inScope } = scoreAssessment(state.stored.model, state.claims);
      const { slug, name, scope } = state.assessment;
      return {
        organization: organization.slug,
        where: organization.name,
        slug,
        name,
        scope,
        known: answered,
        inScope,
        next,
      };
    });
    if (found) return found;
  }
  return null;
}

/** An assessor whose assignment was taken back sees the assessment no more. */
function unlessUnseen(error: unknown): null {
  if (error instanceof Problem && error.kind === "not-found") return null;
  throw error;
}
