-- Review and approval: rounds, findings, questions, sign-off by pillar, accepted exceptions, the approval's own snapshot.

-- An answer that wasn't touched since its round began is "still true?".
ALTER TABLE "assessments" ADD COLUMN "round" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN "round_began" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
UPDATE "assessments" SET "round_began" = "created_at";

-- Until now whoever wrote an exception accepted it: never who answered.
ALTER TABLE "exceptions" ADD COLUMN "accepted_by" UUID,
ADD COLUMN "accepted_at" TIMESTAMPTZ(3);
UPDATE "exceptions" SET "accepted_by" = "created_by", "accepted_at" = "created_at";

-- The round that a snapshot approves; null for one that was only taken.
ALTER TABLE "snapshots" ADD COLUMN "approved_round" INTEGER,
ADD COLUMN "self_approved" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "findings" (
    "organization_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "criterion" TEXT NOT NULL,
    "made_by" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "coverage" DOUBLE PRECISION,
    "method" TEXT NOT NULL,
    "sample" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "findings_pkey" PRIMARY KEY ("organization_id","assessment_id","criterion","made_by")
);

-- CreateTable
CREATE TABLE "questions" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "assessment_id" UUID NOT NULL,
    "criterion" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "asked_by" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "asked_of" UUID,
    "reply" TEXT,
    "replied_by" UUID,
    "replied_at" TIMESTAMPTZ(3),
    "settled_by" UUID,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "questions_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "pillar_reviews" (
    "organization_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "pillar" TEXT NOT NULL,
    "sent_by" UUID NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "signed_by" UUID,
    "signed_at" TIMESTAMPTZ(3),
    "basis" JSONB,
    "stated" JSONB,
    "self_signed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "pillar_reviews_pkey" PRIMARY KEY ("organization_id","assessment_id","round","pillar")
);

-- CreateTable
CREATE TABLE "review_marks" (
    "organization_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "criterion" TEXT NOT NULL,
    "print" TEXT NOT NULL,
    "made_by" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_marks_pkey" PRIMARY KEY ("organization_id","assessment_id","round","criterion")
);

-- CreateIndex
CREATE INDEX "questions_organization_id_assessment_id_criterion_idx" ON "questions"("organization_id", "assessment_id", "criterion");

-- CreateIndex
CREATE UNIQUE INDEX "snapshots_organization_id_assessment_id_approved_round_key" ON "snapshots"("organization_id", "assessment_id", "approved_round");

-- AddForeignKey
ALTER TABLE "findings" ADD CONSTRAINT "findings_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "questions" ADD CONSTRAINT "questions_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pillar_reviews" ADD CONSTRAINT "pillar_reviews_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_marks" ADD CONSTRAINT "review_marks_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- From here on by hand: what Prisma's schema can't express.

ALTER TABLE "findings" ADD CONSTRAINT "findings_status" CHECK ("status" IN ('met', 'partly', 'not-met', 'not-applicable'));
ALTER TABLE "findings" ADD CONSTRAINT "findings_coverage" CHECK (("status" = 'partly') = ("coverage" IS NOT NULL) AND ("coverage" IS NULL OR ("coverage" > 0 AND "coverage" < 1)));
ALTER TABLE "findings" ADD CONSTRAINT "findings_method" CHECK ("method" IN ('examine', 'interview', 'test'));
ALTER TABLE "questions" ADD CONSTRAINT "questions_reply" CHECK (("reply" IS NULL) = ("replied_by" IS NULL) AND ("reply" IS NULL) = ("replied_at" IS NULL));
ALTER TABLE "questions" ADD CONSTRAINT "questions_settled" CHECK (("settled_by" IS NULL) = ("settled_at" IS NULL));
ALTER TABLE "pillar_reviews" ADD CONSTRAINT "pillar_reviews_signed" CHECK (("signed_by" IS NULL) = ("signed_at" IS NULL) AND ("signed_by" IS NULL) = ("basis" IS NULL));
ALTER TABLE "exceptions" ADD CONSTRAINT "exceptions_accepted" CHECK (("accepted_by" IS NULL) = ("accepted_at" IS NULL));

GRANT SELECT, INSERT, UPDATE, DELETE ON "findings", "questions", "pillar_reviews", "review_marks" TO plumbline_app;

DO $$
DECLARE
  tenant text;
BEGIN
  FOREACH tenant IN ARRAY ARRAY['findings', 'questions', 'pillar_reviews', 'review_marks']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant);
    EXECUTE format('CREATE POLICY tenant ON %I TO plumbline_app USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization())', tenant);
  END LOOP;
END
$$;

-- Whatever way it comes: evidence, exceptions and findings of an approved assessment stay as they were approved. Sharing the row's lock, so that
-- what is written while an approval is under way waits for it and is then refused. An assessment that is being deleted is gone already.
CREATE FUNCTION refuse_when_approved() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  place record;
  found_state text;
BEGIN
  IF TG_OP = 'DELETE' THEN place := OLD; ELSE place := NEW; END IF;
  SELECT a.state INTO found_state FROM assessments a WHERE a.organization_id = place.organization_id AND a.id = place.assessment_id FOR SHARE;
  IF found_state = 'approved' THEN RAISE EXCEPTION 'approved' USING ERRCODE = 'PL001'; END IF;
  RETURN place;
END
$$;
CREATE TRIGGER approved BEFORE INSERT OR UPDATE OR DELETE ON "evidence" FOR EACH ROW EXECUTE FUNCTION refuse_when_approved();
CREATE TRIGGER approved BEFORE INSERT OR UPDATE OR DELETE ON "evidence_criteria" FOR EACH ROW EXECUTE FUNCTION refuse_when_approved();
CREATE TRIGGER approved BEFORE INSERT OR UPDATE OR DELETE ON "exceptions" FOR EACH ROW EXECUTE FUNCTION refuse_when_approved();
CREATE TRIGGER approved BEFORE INSERT OR UPDATE OR DELETE ON "findings" FOR EACH ROW EXECUTE FUNCTION refuse_when_approved();

-- Saving answers: session, membership, right, organization, version check, answer, history, audit and notice in one round trip.
-- It runs with the app's own rights, so row-level security holds under every statement in it.
CREATE OR REPLACE FUNCTION save_answers(p_token_hash bytea, p_idle interval, p_slug text, p_assessment text, p_changes jsonb, p_how text, p_address text) RETURNS jsonb
LANGUAGE plpgsql SECURITY INVOKER SET search_path = pg_catalog, public AS $$
DECLARE
  who record;
  work record;
  change jsonb;
  old answers%ROWTYPE;
  fresh answers%ROWTYPE;
  results jsonb := '[]'::jsonb;
  facts jsonb := '[]'::jsonb;
  texts jsonb := '[]'::jsonb;
  moment timestamptz := date_trunc('milliseconds', clock_timestamp());
  base int;
  keep_note boolean;
BEGIN
  SELECT * INTO who FROM resolve_actor(p_token_hash, p_idle, p_slug);
  IF NOT FOUND THEN RETURN jsonb_build_object('problem', 'unauthenticated'); END IF;
  IF who.organization_id IS NULL THEN RETURN jsonb_build_object('problem', 'not-found'); END IF;
  PERFORM set_config('plumbline.organization', who.organization_id::text, true), set_config('plumbline.actor', who.user_id::text, true);

  SELECT a.id, a.questionnaire, a.version, a.state, a.created_by INTO work FROM assessments a WHERE a.slug = p_assessment;
  IF NOT FOUND THEN RETURN jsonb_build_object('problem', 'not-found'); END IF;
  IF NOT EXISTS (SELECT FROM role_permissions p WHERE p.role = who.role AND p.action = 'answers.write') THEN
    RETURN jsonb_build_object('problem', 'forbidden');
  END IF;
  -- An assessor sees only what is assigned: the rest is not found.
  IF who.role = 'assessor' AND work.created_by <> who.user_id
     AND NOT EXISTS (SELECT FROM assignments s WHERE s.assessment_id = work.id AND s.user_id = who.user_id) THEN
    RETURN jsonb_build_object('problem', 'not-found');
  END IF;
  IF work.state = 'approved' THEN RETURN jsonb_build_object('problem', 'approved'); END IF;

  FOR change IN SELECT * FROM jsonb_array_elements(p_changes)
  LOOP
    IF NOT EXISTS (SELECT FROM questionnaire_criteria q WHERE q.questionnaire = work.questionnaire AND q.version = work.version AND q.criterion = change ->> 'criterion'
        AND (who.role <> 'assessor' OR work.created_by = who.user_id OR EXISTS (
          SELECT FROM assignments s WHERE s.assessment_id = work.id AND s.user_id = who.user_id AND s.pillar IN ('*', q.pillar)))) THEN
      results := results || jsonb_build_object('criterion', change ->> 'criterion', 'result', 'not-found');
      CONTINUE;
    END IF;
    base := COALESCE((change ->> 'base')::int, 0);
    keep_note := NOT (change ? 'note');
    SELECT * INTO old FROM answers x WHERE x.assessment_id = work.id AND x.criterion = change ->> 'criterion' AND x.organization_id = who.organization_id FOR UPDATE;
    IF COALESCE(old.version, 0) <> base THEN
      results := results || jsonb_build_object('criterion', change ->> 'criterion', 'result', 'conflict', 'current', answer_json(old));
      CONTINUE;
    END IF;
    -- "Still true" says again what stands, and nothing else.
    IF p_how = 'confirmed' AND (old.status IS NULL OR old.status IS DISTINCT FROM change ->> 'status' OR old.coverage IS DISTINCT FROM (change ->> 'coverage')::float8
        OR old.count IS DISTINCT FROM (change ->> 'count')::int OR old.population IS DISTINCT FROM (change ->> 'population')::int
        OR (old.status = 'not-applicable' AND old.reason IS DISTINCT FROM change ->> 'reason')) THEN
      results := results || jsonb_build_object('criterion', change ->> 'criterion', 'result', 'conflict', 'current', answer_json(old));
      CONTINUE;
    END IF;
    INSERT INTO answers AS x (organization_id, assessment_id, criterion, status, coverage, count, population, reason, note, version, how, changed_by, changed_at)
    VALUES (who.organization_id, work.id, change ->> 'criterion', change ->> 'status', (change ->> 'coverage')::float8, (change ->> 'count')::int,
      (change ->> 'population')::int, change ->> 'reason', CASE WHEN keep_note THEN COALESCE(old.note, '') ELSE change ->> 'note' END, base + 1, p_how, who.user_id, moment)
    ON CONFLICT (organization_id, assessment_id, criterion) DO UPDATE SET
      status = EXCLUDED.status, coverage = EXCLUDED.coverage, count = EXCLUDED.count, population = EXCLUDED.population, reason = EXCLUDED.reason,
      accepted_by = CASE WHEN x.status = 'not-applicable' AND EXCLUDED.status = 'not-applicable' AND x.reason = EXCLUDED.reason THEN x.accepted_by END,
      accepted_at = CASE WHEN x.status = 'not-applicable' AND EXCLUDED.status = 'not-applicable' AND x.reason = EXCLUDED.reason THEN x.accepted_at END,
      note = EXCLUDED.note, version = EXCLUDED.version, how = EXCLUDED.how, changed_by = EXCLUDED.changed_by, changed_at = EXCLUDED.changed_at
      WHERE x.version = base
    RETURNING * INTO fresh;
    IF NOT FOUND THEN
      -- Two first answers at once: the other was committed while this one waited.
      SELECT * INTO old FROM answers x WHERE x.assessment_id = work.id AND x.criterion = change ->> 'criterion' AND x.organization_id = who.organization_id;
      results := results || jsonb_build_object('criterion', change ->> 'criterion', 'result', 'conflict', 'current', answer_json(old));
      CONTINUE;
    END IF;
    INSERT INTO answer_revisions (organization_id, assessment_id, criterion, version, status, coverage, count, population, reason, accepted_by, accepted_at, note, how, changed_by, changed_at)
    VALUES (fresh.organization_id, fresh.assessment_id, fresh.criterion, fresh.version, fresh.status, fresh.coverage, fresh.count, fresh.population, fresh.reason,
      fresh.accepted_by, fresh.accepted_at, fresh.note, fresh.how, fresh.changed_by, fresh.changed_at);
    results := results || jsonb_build_object('criterion', fresh.criterion, 'result', 'saved', 'current', answer_json(fresh));
    facts := facts || jsonb_build_object('criterion', fresh.criterion, 'version', fresh.version);
    texts := texts || jsonb_build_object('criterion', fresh.criterion, 'before', answer_json(old), 'after', answer_json(fresh));
  END LOOP;

  IF jsonb_array_length(facts) > 0 THEN
    -- An approval locks the row that every revision refers to: whoever wrote while it was under way has waited for it by now.
    IF EXISTS (SELECT FROM assessments a WHERE a.organization_id = who.organization_id AND a.id = work.id AND a.state = 'approved') THEN
      RAISE EXCEPTION 'approved' USING ERRCODE = 'PL001';
    END IF;
    -- A notification holds 8,000 bytes: past some dozens, clients are told to read the assessment again.
    PERFORM put_outbox('answers', jsonb_build_object('assessment', work.id, 'answers', CASE WHEN jsonb_array_length(facts) <= 40 THEN facts END));
    -- Last, because the chain's lock is held until the commit.
    PERFORM append_audit(who.user_id, 'answers.save', 'assessment/' || work.id, p_address, jsonb_build_object('how', p_how, 'answers', facts), texts);
  END IF;
  RETURN jsonb_build_object('results', results);
END
$$;

REVOKE ALL ON FUNCTION refuse_when_approved() FROM PUBLIC;
