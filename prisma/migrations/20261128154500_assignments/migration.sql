-- Work is asked of people by topic or by pillar, until a day, by somebody; it ends by being handed back or returned.
-- What is open gives an assessor the right to answer; what was handed back lets them still see; what was returned neither.
ALTER TABLE "assignments"
    ADD COLUMN "topic" TEXT NOT NULL DEFAULT '*',
    ADD COLUMN "state" TEXT NOT NULL DEFAULT 'open',
    ADD COLUMN "due" DATE,
    ADD COLUMN "asked_by" UUID,
    ADD COLUMN "note" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "ended_at" TIMESTAMPTZ(3),
    DROP CONSTRAINT "assignments_pkey",
    ADD CONSTRAINT "assignments_pkey" PRIMARY KEY ("organization_id","assessment_id","user_id","pillar","topic");
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_state" CHECK ("state" IN ('open', 'handed-back', 'returned'));
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_topic" CHECK ("topic" = '*' OR starts_with("topic", "pillar" || '.'));
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_note" CHECK (length("note") <= 2000);
CREATE INDEX "assignments_organization_id_user_id_idx" ON "assignments"("organization_id", "user_id");

-- The client's own name of the change that made a revision: what is sent again because its answer was lost is known by it.
ALTER TABLE "answer_revisions" ADD COLUMN "key" TEXT;

-- Whether an assessor may see an assessment for what is or was assigned to them.
CREATE FUNCTION sees_by_assignment(p_organization uuid, p_assessment uuid, p_user uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT FROM assignments g WHERE g.organization_id = p_organization AND g.assessment_id = p_assessment AND g.user_id = p_user AND g.state <> 'returned')
$$;

-- Whether an assessor may answer a criterion for what is assigned to them.
CREATE FUNCTION works_on(p_organization uuid, p_assessment uuid, p_user uuid, p_pillar text, p_criterion text) RETURNS boolean
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT FROM assignments g WHERE g.organization_id = p_organization AND g.assessment_id = p_assessment AND g.user_id = p_user
    AND g.state = 'open' AND g.pillar IN ('*', p_pillar) AND (g.topic = '*' OR starts_with(p_criterion, g.topic || '.')))
$$;

-- The version that a change has become already; null where it is new.
CREATE FUNCTION told_before(p_organization uuid, p_assessment uuid, p_criterion text, p_user uuid, p_key text) RETURNS int
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = pg_catalog, public AS $$
  SELECT r.version FROM answer_revisions r
   WHERE r.organization_id = p_organization AND r.assessment_id = p_assessment AND r.criterion = p_criterion AND r.changed_by = p_user AND r.key = p_key
   ORDER BY r.version DESC LIMIT 1
$$;

REVOKE ALL ON FUNCTION sees_by_assignment(uuid, uuid, uuid), works_on(uuid, uuid, uuid, text, text), told_before(uuid, uuid, text, uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sees_by_assignment(uuid, uuid, uuid), works_on(uuid, uuid, uuid, text, text), told_before(uuid, uuid, text, uuid, text) TO plumbline_app;

CREATE OR REPLACE FUNCTION live_rights(p_idle interval, p_subscribers jsonb) RETURNS TABLE (place int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT t.place
    FROM jsonb_to_recordset(p_subscribers) AS t(place int, token text, organization uuid, assessment uuid)
    JOIN sessions s ON s.token_hash = decode(t.token, 'hex') AND s.revoked_at IS NULL AND s.expires_at > now() AND s.last_seen_at > now() - p_idle
    JOIN users u ON u.id = s.user_id AND u.suspended_at IS NULL
    JOIN assessments a ON a.organization_id = t.organization AND a.id = t.assessment
    JOIN memberships m ON m.organization_id = t.organization AND m.user_id = s.user_id AND (m.expires_at IS NULL OR m.expires_at > now())
    JOIN role_permissions p ON p.role = m.role AND p.action = 'results.read'
   WHERE m.role <> 'assessor' OR a.created_by = s.user_id OR sees_by_assignment(t.organization, t.assessment, s.user_id)
$$;


CREATE OR REPLACE FUNCTION enter_assessment(p_token_hash bytea, p_idle interval, p_slug text, p_assessment text, OUT problem text, OUT person uuid, OUT assessment uuid)
LANGUAGE plpgsql SECURITY INVOKER SET search_path = pg_catalog, public AS $$
DECLARE
  who record;
  work record;
BEGIN
  SELECT * INTO who FROM peek_actor(p_token_hash, p_idle, p_slug);
  IF NOT FOUND THEN problem := 'unauthenticated'; RETURN; END IF;
  IF who.organization_id IS NULL THEN problem := 'not-found'; RETURN; END IF;
  PERFORM set_config('plumbline.organization', who.organization_id::text, true), set_config('plumbline.actor', who.user_id::text, true);
  IF NOT EXISTS (SELECT FROM role_permissions p WHERE p.role = who.role AND p.action = 'results.read') THEN problem := 'forbidden'; RETURN; END IF;
  SELECT a.id, a.created_by INTO work FROM assessments a WHERE a.organization_id = who.organization_id AND a.slug = p_assessment;
  IF NOT FOUND OR (who.role = 'assessor' AND work.created_by <> who.user_id AND NOT sees_by_assignment(who.organization_id, work.id, who.user_id)) THEN
    problem := 'not-found';
    RETURN;
  END IF;
  person := who.user_id;
  assessment := work.id;
END
$$;


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
  told int;
  after jsonb;
BEGIN
  SELECT * INTO who FROM resolve_actor(p_token_hash, p_idle, p_slug);
  IF NOT FOUND THEN RETURN jsonb_build_object('problem', 'unauthenticated'); END IF;
  IF who.organization_id IS NULL THEN RETURN jsonb_build_object('problem', 'not-found'); END IF;
  PERFORM set_config('plumbline.organization', who.organization_id::text, true), set_config('plumbline.actor', who.user_id::text, true),
    set_config('plumbline.marked_by', 'outbox', true);

  SELECT a.id, a.questionnaire, a.version, a.state, a.created_by INTO work FROM assessments a WHERE a.slug = p_assessment;
  IF NOT FOUND THEN RETURN jsonb_build_object('problem', 'not-found'); END IF;
  IF NOT EXISTS (SELECT FROM role_permissions p WHERE p.role = who.role AND p.action = 'answers.write') THEN
    RETURN jsonb_build_object('problem', 'forbidden');
  END IF;
  -- An assessor sees only what is assigned: the rest is not found.
  IF who.role = 'assessor' AND work.created_by <> who.user_id
     AND NOT sees_by_assignment(who.organization_id, work.id, who.user_id) THEN
    RETURN jsonb_build_object('problem', 'not-found');
  END IF;
  IF work.state = 'approved' THEN RETURN jsonb_build_object('problem', 'approved'); END IF;

  FOR change IN SELECT * FROM jsonb_array_elements(p_changes)
  LOOP
    IF NOT EXISTS (SELECT FROM questionnaire_criteria q WHERE q.questionnaire = work.questionnaire AND q.version = work.version AND q.criterion = change ->> 'criterion'
        AND (who.role <> 'assessor' OR work.created_by = who.user_id OR works_on(who.organization_id, work.id, who.user_id, q.pillar, q.criterion))) THEN
      results := results || jsonb_build_object('criterion', change ->> 'criterion', 'result', 'not-found');
      CONTINUE;
    END IF;
    base := COALESCE((change ->> 'base')::int, 0);
    keep_note := NOT (change ? 'note');
    SELECT * INTO old FROM answers x WHERE x.assessment_id = work.id AND x.criterion = change ->> 'criterion' AND x.organization_id = who.organization_id FOR UPDATE;
    IF COALESCE(old.version, 0) <> base THEN
      told := told_before(who.organization_id, work.id, change ->> 'criterion', who.user_id, change ->> 'key');
      IF told IS NOT NULL THEN
        results := results || jsonb_build_object('criterion', change ->> 'criterion', 'result', 'saved', 'current', answer_json(old), 'saved', told);
        CONTINUE;
      END IF;
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
      told := told_before(who.organization_id, work.id, change ->> 'criterion', who.user_id, change ->> 'key');
      results := results || jsonb_build_object('criterion', change ->> 'criterion', 'result', CASE WHEN told IS NULL THEN 'conflict' ELSE 'saved' END,
        'current', answer_json(old), 'saved', told);
      CONTINUE;
    END IF;
    INSERT INTO answer_revisions (organization_id, assessment_id, criterion, version, status, coverage, count, population, reason, accepted_by, accepted_at, note, how, changed_by, changed_at, key)
    VALUES (fresh.organization_id, fresh.assessment_id, fresh.criterion, fresh.version, fresh.status, fresh.coverage, fresh.count, fresh.population, fresh.reason,
      fresh.accepted_by, fresh.accepted_at, fresh.note, fresh.how, fresh.changed_by, fresh.changed_at, change ->> 'key');
    after := answer_json(fresh);
    results := results || jsonb_build_object('criterion', fresh.criterion, 'result', 'saved', 'current', after);
    facts := facts || jsonb_build_object('criterion', fresh.criterion, 'version', fresh.version);
    texts := texts || jsonb_build_object('criterion', fresh.criterion, 'before', answer_json(old), 'after', after);
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
