-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "suspended_at" TIMESTAMPTZ(3),

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "token_hash" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "method" TEXT NOT NULL,
    "user_agent" TEXT NOT NULL,
    "address" TEXT NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setup_links" (
    "token_hash" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "setup_links_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "throttles" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "throttles_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "questionnaire_versions" (
    "questionnaire" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "stored_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "questionnaire_versions_pkey" PRIMARY KEY ("questionnaire","version")
);

-- CreateTable
CREATE TABLE "questionnaire_criteria" (
    "questionnaire" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "criterion" TEXT NOT NULL,
    "pillar" TEXT NOT NULL,

    CONSTRAINT "questionnaire_criteria_pkey" PRIMARY KEY ("questionnaire","version","criterion")
);

-- CreateTable
CREATE TABLE "role_permissions" (
    "role" TEXT NOT NULL,
    "action" TEXT NOT NULL,

    CONSTRAINT "role_permissions_pkey" PRIMARY KEY ("role","action")
);

-- CreateTable
CREATE TABLE "organizations" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "logo" BYTEA,
    "colour" TEXT,
    "self_acceptance" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organizations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "organization_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("organization_id","user_id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "token_hash" BYTEA NOT NULL,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "invited_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "assessments" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "questionnaire" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "profile" JSONB NOT NULL DEFAULT '{}',
    "sizes" JSONB NOT NULL DEFAULT '{}',
    "target" JSONB NOT NULL DEFAULT '{}',
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assessments_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "assignments" (
    "organization_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "pillar" TEXT NOT NULL DEFAULT '*',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assignments_pkey" PRIMARY KEY ("organization_id","assessment_id","user_id","pillar")
);

-- CreateTable
CREATE TABLE "answers" (
    "organization_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "criterion" TEXT NOT NULL,
    "status" TEXT,
    "coverage" DOUBLE PRECISION,
    "count" INTEGER,
    "population" INTEGER,
    "reason" TEXT,
    "accepted_by" UUID,
    "accepted_at" TIMESTAMPTZ(3),
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL,
    "how" TEXT NOT NULL,
    "changed_by" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "answers_pkey" PRIMARY KEY ("organization_id","assessment_id","criterion")
);

-- CreateTable
CREATE TABLE "answer_revisions" (
    "organization_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "criterion" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "status" TEXT,
    "coverage" DOUBLE PRECISION,
    "count" INTEGER,
    "population" INTEGER,
    "reason" TEXT,
    "accepted_by" UUID,
    "accepted_at" TIMESTAMPTZ(3),
    "note" TEXT NOT NULL DEFAULT '',
    "how" TEXT NOT NULL,
    "changed_by" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answer_revisions_pkey" PRIMARY KEY ("organization_id","assessment_id","criterion","version")
);

-- CreateTable
CREATE TABLE "evidence" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "assessment_id" UUID NOT NULL,
    "criterion" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "expires" DATE,
    "source" TEXT,
    "link" TEXT,
    "verdict" TEXT NOT NULL,
    "coverage" DOUBLE PRECISION,
    "added_by" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "accepted_by" UUID,
    "accepted_at" TIMESTAMPTZ(3),
    "dismissed_by" UUID,
    "dismissed_reason" TEXT,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "exceptions" (
    "organization_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "criterion" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "risk" TEXT NOT NULL DEFAULT '',
    "expires" DATE NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "exceptions_pkey" PRIMARY KEY ("organization_id","assessment_id","criterion")
);

-- CreateTable
CREATE TABLE "snapshots" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "assessment_id" UUID NOT NULL,
    "as_of" DATE NOT NULL,
    "label" TEXT NOT NULL,
    "file" JSONB NOT NULL,
    "scores" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "taken_by" UUID NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "snapshots_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "plans" (
    "organization_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "start" DATE NOT NULL,
    "quarters" INTEGER NOT NULL,
    "capacity" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plans_pkey" PRIMARY KEY ("organization_id","assessment_id")
);

-- CreateTable
CREATE TABLE "plan_items" (
    "organization_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "initiative" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "owner" TEXT NOT NULL DEFAULT '',
    "starts_on" DATE,
    "ends_on" DATE,
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plan_items_pkey" PRIMARY KEY ("organization_id","assessment_id","initiative")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "organization_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "payload" TEXT NOT NULL,
    "previous" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("organization_id","seq")
);

-- CreateTable
CREATE TABLE "audit_details" (
    "organization_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "salt" BYTEA NOT NULL,
    "values" JSONB NOT NULL,

    CONSTRAINT "audit_details_pkey" PRIMARY KEY ("organization_id","seq")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "organization_id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_token_hash_key" ON "sessions"("token_hash");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "organizations_slug_key" ON "organizations"("slug");

-- CreateIndex
CREATE INDEX "memberships_user_id_idx" ON "memberships"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "assessments_organization_id_slug_key" ON "assessments"("organization_id", "slug");

-- CreateIndex
CREATE INDEX "evidence_organization_id_assessment_id_criterion_idx" ON "evidence"("organization_id", "assessment_id", "criterion");

-- CreateIndex
CREATE INDEX "snapshots_organization_id_assessment_id_as_of_idx" ON "snapshots"("organization_id", "assessment_id", "as_of");

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "questionnaire_criteria" ADD CONSTRAINT "questionnaire_criteria_questionnaire_version_fkey" FOREIGN KEY ("questionnaire", "version") REFERENCES "questionnaire_versions"("questionnaire", "version") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_questionnaire_version_fkey" FOREIGN KEY ("questionnaire", "version") REFERENCES "questionnaire_versions"("questionnaire", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answers" ADD CONSTRAINT "answers_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_revisions" ADD CONSTRAINT "answer_revisions_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exceptions" ADD CONSTRAINT "exceptions_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plans" ADD CONSTRAINT "plans_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_items" ADD CONSTRAINT "plan_items_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "plans"("organization_id", "assessment_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_details" ADD CONSTRAINT "audit_details_organization_id_seq_fkey" FOREIGN KEY ("organization_id", "seq") REFERENCES "audit_entries"("organization_id", "seq") ON DELETE CASCADE ON UPDATE CASCADE;

-- From here on by hand: what Prisma's schema can't express.

-- Values that the code relies on.
ALTER TABLE "users" ADD CONSTRAINT "users_email_lower" CHECK ("email" = lower("email"));
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_role" CHECK ("role" IN ('owner', 'admin', 'consultant', 'assessor', 'reviewer', 'viewer'));
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_role" CHECK ("role" IN ('owner', 'admin', 'consultant', 'assessor', 'reviewer', 'viewer'));
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_state" CHECK ("state" IN ('draft', 'in-review', 'approved'));
ALTER TABLE "answers" ADD CONSTRAINT "answers_status" CHECK ("status" IN ('met', 'partly', 'not-met', 'unknown', 'not-applicable'));
ALTER TABLE "answers" ADD CONSTRAINT "answers_coverage" CHECK (("status" IS NOT DISTINCT FROM 'partly') = ("coverage" IS NOT NULL) AND ("coverage" IS NULL OR ("coverage" > 0 AND "coverage" < 1)));
ALTER TABLE "answers" ADD CONSTRAINT "answers_reason" CHECK ("status" IS DISTINCT FROM 'not-applicable' OR length("reason") > 0);
ALTER TABLE "answers" ADD CONSTRAINT "answers_note_length" CHECK (length("note") <= 20000);
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_verdict" CHECK ("verdict" IN ('supports', 'contradicts'));
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_coverage" CHECK ("coverage" IS NULL OR ("coverage" >= 0 AND "coverage" <= 1));
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_expiry" CHECK ("expires" IS NULL OR "expires" > "date");
ALTER TABLE "plan_items" ADD CONSTRAINT "plan_items_state" CHECK ("state" IN ('open', 'in-progress', 'done', 'dropped'));

-- The app's rights hang on a role without a password; each installation's login role is a member of it.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'plumbline_app') THEN
    CREATE ROLE plumbline_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
  END IF;
END
$$;

REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO plumbline_app;
GRANT SELECT ON "questionnaire_versions", "questionnaire_criteria", "role_permissions" TO plumbline_app;
GRANT SELECT ON "users", "sessions" TO plumbline_app;
GRANT UPDATE ("name", "password_hash") ON "users" TO plumbline_app;
GRANT UPDATE ("revoked_at") ON "sessions" TO plumbline_app;
GRANT SELECT, UPDATE, DELETE ON "organizations" TO plumbline_app;
GRANT SELECT, UPDATE, DELETE ON "memberships" TO plumbline_app;
GRANT SELECT, INSERT, UPDATE ON "invitations" TO plumbline_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "assessments", "assignments", "evidence", "exceptions", "plans", "plan_items" TO plumbline_app;
GRANT SELECT, INSERT, UPDATE ON "answers" TO plumbline_app;
GRANT SELECT, INSERT ON "answer_revisions", "snapshots" TO plumbline_app;
GRANT SELECT ON "audit_entries", "audit_details" TO plumbline_app;

-- Whose transaction this is. After a transaction the setting reads as an empty string on a reused connection, hence NULLIF.
CREATE FUNCTION current_organization() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT NULLIF(current_setting('plumbline.organization', true), '')::uuid $$;
CREATE FUNCTION current_actor() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT NULLIF(current_setting('plumbline.actor', true), '')::uuid $$;

DO $$
DECLARE
  tenant text;
BEGIN
  FOREACH tenant IN ARRAY ARRAY['memberships', 'invitations', 'assessments', 'assignments', 'answers', 'answer_revisions', 'evidence',
    'exceptions', 'snapshots', 'plans', 'plan_items', 'audit_entries', 'audit_details', 'outbox']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant);
    EXECUTE format('CREATE POLICY tenant ON %I TO plumbline_app USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization())', tenant);
  END LOOP;
END
$$;

ALTER TABLE "organizations" ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "organizations" TO plumbline_app USING ("id" = current_organization()) WITH CHECK ("id" = current_organization());

ALTER TABLE "users" ENABLE ROW LEVEL SECURITY;
CREATE POLICY colleagues ON "users" FOR SELECT TO plumbline_app
  USING ("id" = current_actor() OR EXISTS (SELECT FROM "memberships" m WHERE m."user_id" = "users"."id" AND m."organization_id" = current_organization()));
CREATE POLICY self ON "users" FOR UPDATE TO plumbline_app USING ("id" = current_actor()) WITH CHECK ("id" = current_actor());

ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY;
CREATE POLICY self ON "sessions" TO plumbline_app USING ("user_id" = current_actor()) WITH CHECK ("user_id" = current_actor());

ALTER TABLE "setup_links" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "throttles" ENABLE ROW LEVEL SECURITY;

-- What must be read or written before an organization is known: this list, and nothing else, runs with the owner's rights.

CREATE FUNCTION resolve_actor(p_token_hash bytea, p_idle interval, p_slug text)
RETURNS TABLE (session_id uuid, user_id uuid, user_name text, user_email text, organization_id uuid, organization_name text, sample boolean, role text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  s record;
BEGIN
  SELECT x.id, x.user_id, x.last_seen_at, u.name, u.email INTO s
    FROM sessions x JOIN users u ON u.id = x.user_id
   WHERE x.token_hash = p_token_hash AND x.revoked_at IS NULL AND x.expires_at > now()
     AND x.last_seen_at > now() - p_idle AND u.suspended_at IS NULL;
  IF NOT FOUND THEN RETURN; END IF;
  -- Written at most once a minute, so that reading pages doesn't write.
  IF s.last_seen_at < now() - interval '1 minute' THEN
    UPDATE sessions SET last_seen_at = now() WHERE id = s.id;
  END IF;
  RETURN QUERY
    SELECT s.id, s.user_id, s.name, s.email, o.id, o.name, o.sample, m.role
      FROM (SELECT 1) one
      LEFT JOIN organizations o ON o.slug = p_slug
       AND EXISTS (SELECT FROM memberships e WHERE e.organization_id = o.id AND e.user_id = s.user_id AND (e.expires_at IS NULL OR e.expires_at > now()))
      LEFT JOIN memberships m ON m.organization_id = o.id AND m.user_id = s.user_id;
END
$$;

CREATE FUNCTION organizations_of(p_user uuid)
RETURNS TABLE (id uuid, slug text, name text, sample boolean, role text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT o.id, o.slug, o.name, o.sample, m.role
    FROM memberships m JOIN organizations o ON o.id = m.organization_id
   WHERE m.user_id = p_user AND (m.expires_at IS NULL OR m.expires_at > now())
   ORDER BY o.sample, o.name
$$;

CREATE FUNCTION sign_in_lookup(p_email text) RETURNS TABLE (id uuid, password_hash text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT u.id, u.password_hash FROM users u WHERE u.email = lower(p_email) AND u.suspended_at IS NULL
$$;

CREATE FUNCTION create_session(p_user uuid, p_token_hash bytea, p_lifetime interval, p_method text, p_agent text, p_address text) RETURNS uuid
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO sessions (token_hash, user_id, expires_at, method, user_agent, address)
  VALUES (p_token_hash, p_user, now() + p_lifetime, p_method, left(p_agent, 400), p_address) RETURNING id
$$;

CREATE FUNCTION end_session(p_token_hash bytea) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE sessions SET revoked_at = now() WHERE token_hash = p_token_hash AND revoked_at IS NULL
$$;

-- Counts a failure; true while the key has had more than p_limit of them within the window.
CREATE FUNCTION throttle_fail(p_key text, p_window interval, p_limit int) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO throttles (key, failures, window_start) VALUES (p_key, 1, now())
  ON CONFLICT (key) DO UPDATE SET
    failures = CASE WHEN throttles.window_start < now() - p_window THEN 1 ELSE throttles.failures + 1 END,
    window_start = CASE WHEN throttles.window_start < now() - p_window THEN now() ELSE throttles.window_start END
  RETURNING failures > p_limit
$$;

CREATE FUNCTION throttle_blocked(p_key text, p_window interval, p_limit int) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT FROM throttles WHERE key = p_key AND window_start >= now() - p_window AND failures >= p_limit)
$$;

CREATE FUNCTION throttle_clear(p_key text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  DELETE FROM throttles WHERE key = p_key
$$;

CREATE FUNCTION setup_link_open(p_token_hash bytea) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT FROM setup_links WHERE token_hash = p_token_hash AND used_at IS NULL AND expires_at > now())
$$;

CREATE FUNCTION create_organization(p_user uuid, p_name text, p_slug text, p_sample boolean) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  created uuid;
BEGIN
  INSERT INTO organizations (name, slug, sample) VALUES (p_name, p_slug, p_sample) RETURNING id INTO created;
  INSERT INTO memberships (organization_id, user_id, role) VALUES (created, p_user, 'owner');
  RETURN created;
END
$$;

-- The first account, its organization and its ownership in one step; null when the link is spent or expired.
CREATE FUNCTION redeem_setup_link(p_token_hash bytea, p_email text, p_name text, p_password_hash text, p_organization text, p_slug text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  created uuid;
BEGIN
  UPDATE setup_links SET used_at = now() WHERE token_hash = p_token_hash AND used_at IS NULL AND expires_at > now();
  IF NOT FOUND THEN RETURN NULL; END IF;
  INSERT INTO users (email, name, password_hash) VALUES (lower(p_email), p_name, p_password_hash) RETURNING id INTO created;
  PERFORM create_organization(created, p_organization, p_slug, false);
  RETURN created;
END
$$;

CREATE FUNCTION peek_invitation(p_token_hash bytea) RETURNS TABLE (organization_name text, organization_slug text, email text, role text, known boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT o.name, o.slug, i.email, i.role, EXISTS (SELECT FROM users u WHERE u.email = i.email)
    FROM invitations i JOIN organizations o ON o.id = i.organization_id
   WHERE i.token_hash = p_token_hash AND i.used_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > now()
$$;

-- Joins the invited person, with a new account unless p_user (who must hold the invited address) is given; null when the link is spent.
CREATE FUNCTION redeem_invitation(p_token_hash bytea, p_user uuid, p_name text, p_password_hash text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  i record;
  member uuid;
BEGIN
  UPDATE invitations SET used_at = now()
   WHERE token_hash = p_token_hash AND used_at IS NULL AND revoked_at IS NULL AND expires_at > now()
  RETURNING * INTO i;
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF p_user IS NULL THEN
    INSERT INTO users (email, name, password_hash) VALUES (i.email, p_name, p_password_hash) RETURNING id INTO member;
  ELSE
    SELECT u.id INTO member FROM users u WHERE u.id = p_user AND u.email = i.email;
    IF NOT FOUND THEN RAISE EXCEPTION 'invitation is for another address' USING ERRCODE = 'P0001'; END IF;
  END IF;
  INSERT INTO memberships (organization_id, user_id, role) VALUES (i.organization_id, member, i.role)
  ON CONFLICT (organization_id, user_id) DO NOTHING;
  PERFORM set_config('plumbline.organization', i.organization_id::text, true);
  PERFORM append_audit(member, 'invitation.redeem', 'membership/' || member, NULL, jsonb_build_object('role', i.role), NULL);
  RETURN member;
END
$$;

-- One link of the organization's chain. p_facts stand in the chain as they are; p_values (personal, free text) only as a salted hash.
CREATE FUNCTION append_audit(p_actor uuid, p_action text, p_object text, p_address text, p_facts jsonb, p_values jsonb) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  tenant uuid := current_organization();
  head record;
  moment timestamptz := date_trunc('milliseconds', clock_timestamp());
  salt bytea;
  body jsonb;
  line text;
  number bigint;
  before bytea;
BEGIN
  IF tenant IS NULL THEN RAISE EXCEPTION 'no organization is set'; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(tenant::text, 1));
  SELECT seq, hash INTO head FROM audit_entries WHERE organization_id = tenant ORDER BY seq DESC LIMIT 1;
  number := COALESCE(head.seq, 0) + 1;
  before := COALESCE(head.hash, sha256(convert_to('plumbline:' || tenant::text, 'UTF8')));
  body := jsonb_build_object('seq', number, 'at', to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'actor', p_actor, 'action', p_action, 'object', p_object, 'from', p_address, 'facts', COALESCE(p_facts, '{}'::jsonb));
  IF p_values IS NOT NULL THEN
    salt := uuid_send(gen_random_uuid());
    body := body || jsonb_build_object('values', encode(sha256(salt || convert_to(p_values::text, 'UTF8')), 'hex'));
  END IF;
  line := body::text;
  INSERT INTO audit_entries (organization_id, seq, at, payload, previous, hash)
  VALUES (tenant, number, moment, line, before, sha256(before || convert_to(line, 'UTF8')));
  IF p_values IS NOT NULL THEN
    INSERT INTO audit_details (organization_id, seq, salt, values) VALUES (tenant, number, salt, p_values);
  END IF;
  RETURN number;
END
$$;

CREATE FUNCTION put_outbox(p_topic text, p_body jsonb) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO outbox (organization_id, topic, body) SELECT current_organization(), p_topic, p_body WHERE current_organization() IS NOT NULL
$$;

-- Sends what waits, in one transaction for many: commits that notify wait for one another.
CREATE FUNCTION flush_outbox() RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  item record;
  total int := 0;
BEGIN
  FOR item IN
    DELETE FROM outbox WHERE id IN (SELECT id FROM outbox ORDER BY id LIMIT 500 FOR UPDATE SKIP LOCKED) RETURNING *
  LOOP
    PERFORM pg_notify('plumbline', jsonb_build_object('organization', item.organization_id, 'topic', item.topic, 'body', item.body)::text);
    total := total + 1;
  END LOOP;
  RETURN total;
END
$$;

-- Saving answers: session, membership, right, organization, version check, answer, history, audit and notice in one round trip.
-- It runs with the app's own rights, so row-level security holds under every statement in it.
CREATE FUNCTION save_answers(p_token_hash bytea, p_idle interval, p_slug text, p_assessment text, p_changes jsonb, p_how text, p_address text) RETURNS jsonb
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
    -- A notification holds 8,000 bytes: past some dozens, clients are told to read the assessment again.
    PERFORM put_outbox('answers', jsonb_build_object('assessment', work.id, 'answers', CASE WHEN jsonb_array_length(facts) <= 40 THEN facts END));
    -- Last, because the chain's lock is held until the commit.
    PERFORM append_audit(who.user_id, 'answers.save', 'assessment/' || work.id, p_address, jsonb_build_object('how', p_how, 'answers', facts), texts);
  END IF;
  RETURN jsonb_build_object('results', results);
END
$$;

CREATE FUNCTION answer_json(a answers) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN a.version IS NULL THEN NULL ELSE jsonb_strip_nulls(jsonb_build_object('status', a.status, 'coverage', a.coverage, 'count', a.count,
    'population', a.population, 'reason', a.reason, 'accepted', a.accepted_by IS NOT NULL, 'note', a.note, 'version', a.version, 'how', a.how,
    'changedBy', a.changed_by, 'changedAt', to_char(a.changed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) END
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT EXECUTE ON FUNCTION current_organization(), current_actor(), resolve_actor(bytea, interval, text), organizations_of(uuid), sign_in_lookup(text),
  create_session(uuid, bytea, interval, text, text, text), end_session(bytea), throttle_fail(text, interval, int), throttle_blocked(text, interval, int),
  throttle_clear(text), setup_link_open(bytea), create_organization(uuid, text, text, boolean), redeem_setup_link(bytea, text, text, text, text, text),
  peek_invitation(bytea), redeem_invitation(bytea, uuid, text, text), append_audit(uuid, text, text, text, jsonb, jsonb), put_outbox(text, jsonb),
  flush_outbox(), save_answers(bytea, interval, text, text, jsonb, text, text), answer_json(answers) TO plumbline_app;
