import { rollUp } from "../../core/portfolio/roll-up";
import { scoreAssessment } from "../../core/scoring/score";
import type { Actor } from "../access/roles";
import { readAssessment } from "../assessments/read-assessment";
import { callFunction, type ScopedDb, withOrganization } from "../platform/database/client";
import { log } from "../platform/log";

const AT_ONCE = 50;
const PAUSE_MS = 1_000;
/** At most a twentieth of the time is spent on it, so that people who save feel nothing of it. */
const PAUSE_PER_WORK = 19;
const BENCHMARK_EVERY_MS = 3_600_000;
/** Nobody: figures are reckoned for everybody alike. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/**
 * Keeps the portfolio's figures up: looks every second, or less often while there is much to do, for organizations that
 * changed, or whose evidence expired, and reckons them anew; asks hourly whether a quarter's benchmark is due. Several instances
 * share the work, because each claims what it takes.
 * @returns ends it
 */
export function keepRollups(): () => void {
  let timer: NodeJS.Timeout | undefined;
  let ended = false;
  let benchmarkAt = 0;
  const run = async () => {
    const began = performance.now();
    try {
      await refreshRollups();
      if (Date.now() - benchmarkAt > BENCHMARK_EVERY_MS) {
        await releaseBenchmark();
        benchmarkAt = Date.now();
      }
    } catch (error) {
      log.warn({ name: error instanceof Error ? error.name : "?" }, "the portfolio's figures could not be kept up");
    }
    const pause = Math.max(PAUSE_MS, PAUSE_PER_WORK * (performance.now() - began));
    if (!ended) timer = setTimeout(run, pause).unref();
  };
  timer = setTimeout(run, PAUSE_MS).unref();
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}

/** Reckons anew what waits. What can't be reckoned is left as it is and claimed again after a while; the others don't wait for it. */
export async function refreshRollups(): Promise<void> {
  const claimed = await callFunction<{ id: string }>`SELECT claim_rollups(${AT_ONCE}::int) AS id`;
  const failed: Readonly<{ organization: string; name: string }>[] = [];
  for (const { id } of claimed) {
    try {
      await refreshRollup(id);
    } catch (error) {
      failed.push({ organization: id, name: error instanceof Error ? error.name : "?" });
    }
  }
  if (failed.length > 0) log.warn({ failed }, "the portfolio's figures of some organizations could not be reckoned");
}

/** Makes the present quarter's benchmark public, unless it is. */
export async function releaseBenchmark(): Promise<void> {
  await callFunction`SELECT release_benchmark()`;
}

/**
 * Reckons one organization anew, in one transaction: what changes meanwhile leaves a mark that the next round finds. The row is locked
 * before anything is read, so that another instance, which may have claimed it again by then, can't write newer figures in between.
 */
export function refreshRollup(organizationId: string): Promise<void> {
  return withOrganization({ organizationId, userId: NOBODY }, async (db) => {
    await db.$queryRaw`SELECT organization_id FROM rollups WHERE organization_id = ${organizationId}::uuid FOR UPDATE`;
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
  const sum = rollUp({ stages: questionnaire.stages, model }, claims, scoreAssessment(model, claims), target);
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
