import type { Questionnaire } from "../../core/content/types";
import { quarterStart } from "../../core/planning/calendar";
import { toClaims } from "../../core/portable/to-claims";
import { sampleFileAt } from "../../core/sample/file-at";
import { SAMPLE_PEOPLE } from "../../core/sample/people";
import { shiftStory } from "../../core/sample/shift-story";
import type { SampleStory } from "../../core/sample/types";
import { scoreAssessment } from "../../core/scoring/score";
import { appendAudit } from "../access/audit";
import { snapshotHash } from "../assessments/take-snapshot";
import { type StoredQuestionnaire, storedQuestionnaire } from "../content/questionnaire-store";
import { today } from "../platform/clock";
import { enterOrganization, type ScopedDb } from "../platform/database/client";
import { createOrganization } from "./create-organization";
import { organizationsOf } from "./organizations-of";
import { readSample, readSampleHead } from "./read-sample";
import { evidenceRows, exceptionRows, moment, type Place, planItemRows, revisionRows } from "./sample-rows";
import { slugOf } from "./slug";

/** For whom the sample is loaded, and from where. */
type Loader = Readonly<{ userId: string; address: string }>;

/** Any number of its own: one person's loads wait for each other under it. */
const LOCK = 4;
const SNAPSHOT_MINUTE = 16 * 60 + 45;
const DECIDED_MINUTE = 10 * 60 + 15;

/**
 * Makes the sample organization for a person, who owns it; the one they belong to already when there is one. Its days are
 * moved so that the last answers are some days old. Who answered and reviewed are roles without accounts.
 *
 * @param db the person's own transaction, which goes on in the organization that it makes
 * @throws Problem forbidden when the person may not add organizations
 */
export async function loadSample(db: ScopedDb, loader: Loader): Promise<{ slug: string; added: boolean }> {
  // Two clicks at once give one sample.
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${loader.userId}, ${LOCK}))`;
  const known = (await organizationsOf(loader.userId)).find(({ sample }) => sample);
  if (known) return { slug: known.slug, added: false };

  const { questionnaire: id, version } = readSampleHead();
  const stored = await storedQuestionnaire(db, id, version);
  const story = shiftStory(readSample(stored.questionnaire), today());
  const organization = await createOrganization(db, loader.userId, story.organization, { sample: true });
  await enterOrganization(db, organization.id);
  await fill(db, { story, stored, loader, organizationId: organization.id });
  return { slug: organization.slug, added: true };
}

type Filling = Readonly<{ story: SampleStory; stored: StoredQuestionnaire; loader: Loader; organizationId: string }>;

async function fill(db: ScopedDb, { story, stored, loader, organizationId }: Filling): Promise<void> {
  const { name, scope, began, profile, sizes, target } = story.assessment;
  const { id: assessmentId } = await db.assessment.create({
    data: {
      organizationId,
      slug: slugOf(name),
      name,
      scope,
      questionnaire: story.questionnaire.id,
      version: story.questionnaire.version,
      profile,
      sizes,
      target,
      createdBy: loader.userId,
      createdAt: new Date(began),
    },
  });
  const place: Place = { organizationId, assessmentId };
  const revisions = revisionRows(story, place);
  await insertAnswers(db, revisions, place);
  const evidence = evidenceRows(story, place);
  await db.evidence.createMany({ data: evidence.pieces });
  await db.evidenceCriterion.createMany({ data: evidence.criteria });
  await db.exception.createMany({ data: [...exceptionRows(story, place)] });
  await db.snapshot.createMany({
    data: story.snapshots.map((snapshot) => snapshotRow(story, stored, place, snapshot)),
  });
  await fillPlan(db, story, place);
  await appendAudit(db, loader, {
    action: "sample.load",
    object: `assessment/${assessmentId}`,
    facts: { revisions: revisions.length, evidence: evidence.pieces.length, snapshots: story.snapshots.length },
  });
}

/** In two statements: a list of this length costs the client seconds for its 20,000 parameters. */
async function insertAnswers(
  db: ScopedDb,
  revisions: ReturnType<typeof revisionRows>,
  { assessmentId }: Place,
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO answer_revisions (organization_id, assessment_id, criterion, version, status, coverage, count, population, reason,
      accepted_by, accepted_at, note, how, changed_by, changed_at)
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(revisions)}::jsonb) AS r ("organizationId" uuid, "assessmentId" uuid,
      criterion text, version int, status text, coverage float8, count int, population int, reason text, "acceptedBy" uuid,
      "acceptedAt" timestamptz, note text, how text, "changedBy" uuid, "changedAt" timestamptz)`;
  await db.$executeRaw`
    INSERT INTO answers (organization_id, assessment_id, criterion, version, status, coverage, count, population, reason,
      accepted_by, accepted_at, note, how, changed_by, changed_at)
    SELECT DISTINCT ON (criterion) organization_id, assessment_id, criterion, version, status, coverage, count, population, reason,
      accepted_by, accepted_at, note, how, changed_by, changed_at
      FROM answer_revisions WHERE assessment_id = ${assessmentId}::uuid ORDER BY criterion, version DESC`;
}

function snapshotRow(
  story: SampleStory,
  { questionnaire, model }: StoredQuestionnaire,
  place: Place,
  { day, label }: SampleStory["snapshots"][number],
) {
  const file = sampleFileAt(story, criteriaOf(questionnaire), day);
  const scores = scoreAssessment(model, toClaims(file, day));
  const asOf = new Date(day);
  const takenBy = SAMPLE_PEOPLE[story.owner];
  return {
    ...place,
    asOf,
    label,
    file,
    scores,
    hash: snapshotHash(file, scores),
    takenBy,
    takenAt: moment(day, SNAPSHOT_MINUTE),
  };
}

async function fillPlan(db: ScopedDb, story: SampleStory, place: Place): Promise<void> {
  const { start, quarters, capacity } = story.plan;
  const changed = { updatedBy: SAMPLE_PEOPLE[story.owner], updatedAt: moment(story.plan.decided, DECIDED_MINUTE) };
  await db.plan.create({ data: { ...place, start: new Date(quarterStart(start)), quarters, capacity, ...changed } });
  await db.planItem.createMany({ data: planItemRows(story, place).map((item) => ({ ...item, ...changed })) });
}

/** Ids of all criteria, in the questionnaire's order. */
function criteriaOf({ pillars }: Questionnaire): readonly string[] {
  return pillars.flatMap(({ topics }) => topics.flatMap(({ criteria }) => criteria.map(({ id }) => id)));
}
