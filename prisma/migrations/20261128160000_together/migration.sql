-- What people say to one another beside an answer, and what each of them is told.

CREATE TABLE "comments" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "assessment_id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "criterion" TEXT,
    "reply_to" UUID,
    "body" TEXT NOT NULL,
    "mentions" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[],
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_by" UUID,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "comments_pkey" PRIMARY KEY ("organization_id","id")
);
CREATE INDEX "comments_organization_id_assessment_id_topic_idx" ON "comments"("organization_id", "assessment_id", "topic");
ALTER TABLE "comments" ADD CONSTRAINT "comments_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "comments" ADD CONSTRAINT "comments_organization_id_reply_to_fkey" FOREIGN KEY ("organization_id", "reply_to") REFERENCES "comments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "comments" ADD CONSTRAINT "comments_body" CHECK (length("body") BETWEEN 1 AND 10000);

-- Who, which kind, where: never a word of an answer or a comment, because notices leave by mail.
CREATE TABLE "notices" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "assessment_id" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "by_user" UUID,
    "due" DATE,
    "subject" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),
    "mailed_at" TIMESTAMPTZ(3),
    "mail_until" TIMESTAMPTZ(3),

    CONSTRAINT "notices_pkey" PRIMARY KEY ("organization_id","id")
);
CREATE UNIQUE INDEX "notices_organization_id_user_id_kind_subject_key" ON "notices"("organization_id", "user_id", "kind", "subject");
CREATE INDEX "notices_organization_id_user_id_created_at_idx" ON "notices"("organization_id", "user_id", "created_at");
CREATE INDEX "notices_user_id_mailed_at_idx" ON "notices"("user_id", "mailed_at");
ALTER TABLE "notices" ADD CONSTRAINT "notices_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "notices" ADD CONSTRAINT "notices_kind" CHECK ("kind" IN ('mention', 'reply', 'assigned', 'handed-back', 'returned', 'question', 'due-soon', 'evidence-expiring'));

-- When a person gets mail of what they are told: at-once, daily, off.
ALTER TABLE "users"
    ADD COLUMN "mail_notices" TEXT NOT NULL DEFAULT 'at-once',
    ADD COLUMN "digest_at" TIMESTAMPTZ(3);
ALTER TABLE "users" ADD CONSTRAINT "users_mail_notices" CHECK ("mail_notices" IN ('at-once', 'daily', 'off'));

DO $$
DECLARE
  tenant text;
BEGIN
  FOREACH tenant IN ARRAY ARRAY['comments', 'notices']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant);
    EXECUTE format('CREATE POLICY tenant ON %I TO plumbline_app USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization())', tenant);
  END LOOP;
END
$$;
REVOKE ALL ON "comments", "notices" FROM PUBLIC;
GRANT SELECT, INSERT, DELETE ON "comments" TO plumbline_app;
GRANT UPDATE ("resolved_by", "resolved_at") ON "comments" TO plumbline_app;
GRANT SELECT, INSERT, DELETE ON "notices" TO plumbline_app;
GRANT UPDATE ("read_at") ON "notices" TO plumbline_app;
GRANT UPDATE ("mail_notices") ON "users" TO plumbline_app;

-- Whether a person is told of an assessment at all: a live membership, and for an assessor something that is theirs.
CREATE FUNCTION is_told_of(p_organization uuid, p_assessment uuid, p_user uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT FROM memberships m JOIN users u ON u.id = m.user_id JOIN assessments a ON a.organization_id = m.organization_id AND a.id = p_assessment
    WHERE m.organization_id = p_organization AND m.user_id = p_user AND (m.expires_at IS NULL OR m.expires_at > now()) AND u.suspended_at IS NULL
      AND (m.role <> 'assessor' OR a.created_by = p_user OR sees_by_assignment(p_organization, p_assessment, p_user)))
$$;

-- What time itself brings, in every organization: work that is due within three days, evidence that expires within fourteen.
-- Told once for each day set. Safe to run anywhere, any number of times.
CREATE FUNCTION make_due_notices(p_today date) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  made int;
  more int;
BEGIN
  INSERT INTO notices (organization_id, user_id, kind, assessment_id, place, by_user, due, subject)
  SELECT g.organization_id, g.user_id, 'due-soon', g.assessment_id, CASE WHEN g.topic = '*' THEN g.pillar ELSE g.topic END, g.asked_by, g.due,
         concat_ws('/', g.assessment_id, g.pillar, g.topic, g.due)
    FROM assignments g JOIN assessments a ON a.organization_id = g.organization_id AND a.id = g.assessment_id
   WHERE g.state = 'open' AND g.due <= p_today + 3 AND a.state <> 'approved' AND is_told_of(g.organization_id, g.assessment_id, g.user_id)
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS made = ROW_COUNT;
  INSERT INTO notices (organization_id, user_id, kind, assessment_id, place, due, subject)
  SELECT e.organization_id, e.added_by, 'evidence-expiring', e.assessment_id, min(c.criterion), e.expires, concat_ws('/', e.id, e.expires)
    FROM evidence e JOIN evidence_criteria c ON c.organization_id = e.organization_id AND c.evidence_id = e.id
   WHERE e.expires > p_today AND e.expires <= p_today + 14 AND c.dismissed_reason IS NULL AND is_told_of(e.organization_id, e.assessment_id, e.added_by)
   GROUP BY e.organization_id, e.id, e.added_by, e.assessment_id, e.expires
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS more = ROW_COUNT;
  RETURN made + more;
END
$$;

-- Hands out what is to be mailed, whole persons at a time, and to one caller only: what isn't reported as sent within five minutes is handed out again.
CREATE FUNCTION claim_mail(p_people int) RETURNS TABLE (user_id uuid, email text, person text, notice uuid, kind text, place text, by_name text, due date,
  organization text, organization_slug text, assessment text, assessment_slug text, questionnaire text, version text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN QUERY
  WITH people AS (
    SELECT u.id, u.email, u.name FROM users u
     WHERE u.suspended_at IS NULL AND EXISTS (
       SELECT FROM notices n WHERE n.user_id = u.id AND n.mailed_at IS NULL AND n.read_at IS NULL
          AND (n.mail_until IS NULL OR n.mail_until < now()) AND n.created_at > now() - interval '3 days'
          AND CASE u.mail_notices WHEN 'at-once' THEN true WHEN 'daily' THEN COALESCE(u.digest_at, u.created_at) < now() - interval '1 day' ELSE false END)
     ORDER BY u.id LIMIT p_people FOR NO KEY UPDATE OF u SKIP LOCKED),
  claimed AS (
    UPDATE notices n SET mail_until = now() + interval '5 minutes' FROM people p
     WHERE n.user_id = p.id AND n.mailed_at IS NULL AND n.read_at IS NULL AND (n.mail_until IS NULL OR n.mail_until < now())
       AND n.created_at > now() - interval '3 days' AND is_told_of(n.organization_id, n.assessment_id, n.user_id)
    RETURNING n.*, p.email, p.name AS person)
  SELECT c.user_id, c.email, c.person, c.id, c.kind, c.place, b.name, c.due, o.name, o.slug, a.name, a.slug, a.questionnaire, a.version
    FROM claimed c
    JOIN organizations o ON o.id = c.organization_id
    JOIN assessments a ON a.organization_id = c.organization_id AND a.id = c.assessment_id
    LEFT JOIN users b ON b.id = c.by_user
   ORDER BY c.user_id, c.created_at, c.id;
END
$$;

CREATE FUNCTION mail_sent(p_user uuid, p_notices jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE notices SET mailed_at = now() WHERE user_id = p_user AND id::text IN (SELECT jsonb_array_elements_text(p_notices));
  UPDATE users SET digest_at = now() WHERE id = p_user;
END
$$;

-- Marks what a person was told as read: some of it, or everything. Their own affair, so nothing of it is audited.
CREATE FUNCTION mark_notices(p_token_hash bytea, p_idle interval, p_slug text, p_notices jsonb) RETURNS text
LANGUAGE plpgsql SECURITY INVOKER SET search_path = pg_catalog, public AS $$
DECLARE
  who record;
BEGIN
  SELECT * INTO who FROM resolve_actor(p_token_hash, p_idle, p_slug);
  IF NOT FOUND THEN RETURN 'unauthenticated'; END IF;
  IF who.organization_id IS NULL THEN RETURN 'not-found'; END IF;
  PERFORM set_config('plumbline.organization', who.organization_id::text, true), set_config('plumbline.actor', who.user_id::text, true);
  UPDATE notices SET read_at = now() WHERE organization_id = who.organization_id AND user_id = who.user_id AND read_at IS NULL
     AND (p_notices IS NULL OR id::text IN (SELECT jsonb_array_elements_text(p_notices)));
  RETURN NULL;
END
$$;

REVOKE ALL ON FUNCTION is_told_of(uuid, uuid, uuid), make_due_notices(date), claim_mail(int), mail_sent(uuid, jsonb), mark_notices(bytea, interval, text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION is_told_of(uuid, uuid, uuid), make_due_notices(date), claim_mail(int), mail_sent(uuid, jsonb), mark_notices(bytea, interval, text, jsonb) TO plumbline_app;
