import { rollUp } from "../../core/portfolio/roll-up";
import { scoreAssessment } from "../../core/scoring/score";
import type { Actor } from "../access/roles";
import { readAssessment } from "../assessments/read-assessment";
import { callFunction, type ScopedDb, withOrganization } from "../platform/database/client";
import { log } from "../platform/log";

const AT_ONCE = 50;
const PAUSE_MS = 1_000;
/** Nobody: figures are reckoned for everybody alike. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/**
 * Keeps the portfolio's figures up: looks every second for organizations that changed, or whose evidence expired, and
 * reckons them anew. Several instances share the work, because each claims what it takes.
 * @returns ends it
 */
export function keepRollups(): () => void {
  let timer: NodeJS.Timeout | undefined;
  let ended = false;
  const run = async () => {
    const claimed = await refreshRollups().catch((error: unknown) => {
      log.warn({ name: error instanceof Error ? error.name : "?" }, "the portfolio's figures could not be kept up");
      return 0;
    });
    if (!ended) timer = setTimeout(run, claimed >= AT_ONCE ? 0 : PAUSE_MS).unref();
  };
  timer = setTimeout(run, PAUSE_MS).unref();
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}

/** Reckons anew what waits. @returns how many organizations */
export async function refreshRollups(): Promise<number> {
  const claimed = await callFunction<{ id: string }>`SELECT claim_rollups(${AT_ONCE}::int) AS id`;
  for (const { id } of claimed) await refreshOne(id);
  await callFunction`SELECT release_benchmark()`;
  return claimed.length;
}

/** One transaction: what changes meanwhile leaves a mark that the next round finds. */
function refreshOne(organizationId: string): Promise<void> {
  return withOrganization({ organizationId, userId: NOBODY }, async (db) => {
    const newest = await db.assessment.findFirst({
      where: { organizationId },
      orderBy: { createdAt: "desc" },
      select: { slug: true },
    });
    // Gone since it was claimed, the organization has no row: nothing is updated.
    await db.rollup.updateMany({
      where: { organizationId },
      data: { ...(newest ? await figures(db, organizationId, newest.slug) : {}), staleSince: null },
    });
  });
}

async function figures(db: ScopedDb, organizationId: string, slug: string) {
  const { assessment, stored, claims, target, sizes, answerRows } = await readAssessment(
    db,
    reader(organizationId),
    slug,
  );
  const { questionnaire, model } = stored;
  const sum = rollUp(questionnaire, claims, scoreAssessment(model, claims), target.by);
  const changes = [...answerRows.values()].map(({ changedAt }) => changedAt.getTime());
  return {
    assessmentSlug: assessment.slug,
    assessmentName: `${assessment.scope}, ${assessment.name}`,
    state: assessment.state,
    questionnaire: assessment.questionnaire,
    stages: sum.stages.map(({ id, title }) => ({ id, title })),
    stage: sum.stage ?? null,
    stageNumber: sum.stageNumber ?? null,
    low: sum.low ?? null,
    high: sum.high ?? null,
    verified: sum.verified ?? null,
    pillars: sum.pillars,
    answered: sum.answered,
    inScope: sum.inScope,
    completeness: sum.completeness,
    lastChangeAt: changes.length > 0 ? new Date(Math.max(...changes)) : assessment.createdAt,
    nextDue: sum.nextDue ? new Date(sum.nextDue.day) : null,
    nextDueOf: sum.nextDue?.of ?? null,
    changesOn: sum.changesOn ? new Date(sum.changesOn) : null,
    industry: sizes.industry ?? null,
    people: sizes.people ?? null,
  };
}

function reader(organizationId: string): Actor {
  return {
    userId: NOBODY,
    name: "",
    email: "",
    organizationId,
    organizationSlug: "",
    organizationName: "",
    sample: false,
    role: "viewer",
    address: "",
  };
}
