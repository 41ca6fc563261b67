import { idleInterval } from "../access/session";
import { callFunction } from "../platform/database/client";

/** Whose right is asked: a session (its stored form, in hex) on one assessment. */
type Asked = Readonly<{ token: string; organization: string; assessment: string }>;

/**
 * Of many subscribers, those whose session, membership, role and assignment still let them see their assessment: one query
 * for all.
 */
export async function mayStillSee<S extends Asked>(subscribers: readonly S[]): Promise<ReadonlySet<S>> {
  if (subscribers.length === 0) return new Set();
  const asked = subscribers.map(({ token, organization, assessment }, place) => ({
    place,
    token,
    organization,
    assessment,
  }));
  const rows = await callFunction<{ place: number }>`
    SELECT place FROM live_rights(${idleInterval()}::interval, ${JSON.stringify(asked)}::jsonb)`;
  return new Set(rows.flatMap(({ place }) => subscribers[place] ?? []));
}
