-- The consultant's portfolio reads one table: a row per organization with where its newest assessment stands. What it depends on
-- leaves a mark in the same transaction; the app reckons marked rows anew within seconds.

ALTER TABLE "organizations" ADD COLUMN "benchmark_consent" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "rollups" (
    "organization_id" UUID NOT NULL,
    "organization_slug" TEXT NOT NULL,
    "organization_name" TEXT NOT NULL,
    "sample" BOOLEAN NOT NULL,
    "assessment_slug" TEXT,
    "assessment_name" TEXT,
    "state" TEXT,
    "questionnaire" TEXT,
    "stages" JSONB,
    "stage" TEXT,
    "stage_number" INTEGER,
    "low" DOUBLE PRECISION,
    "high" DOUBLE PRECISION,
    "verified" DOUBLE PRECISION,
    "pillars" JSONB NOT NULL DEFAULT '{}',
    "answered" INTEGER,
    "in_scope" INTEGER,
    "completeness" DOUBLE PRECISION,
    "last_change_at" TIMESTAMPTZ(3),
    "next_due" DATE,
    "next_due_of" TEXT,
    "changes_on" DATE,
    "industry" TEXT,
    "people" INTEGER,
    -- Long ago for a row that was never reckoned.
    "stale_since" TIMESTAMPTZ(3) DEFAULT '2000-01-01 00:00:00+00',

    CONSTRAINT "rollups_pkey" PRIMARY KEY ("organization_id")
);
ALTER TABLE "rollups" ADD CONSTRAINT "rollups_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "rollups" ADD CONSTRAINT "rollups_next_due_of" CHECK ("next_due_of" IN ('evidence', 'target'));
CREATE INDEX "rollups_organization_name_idx" ON "rollups"("organization_name");
CREATE INDEX "rollups_low_idx" ON "rollups"("low");
CREATE INDEX "rollups_verified_idx" ON "rollups"("verified");
CREATE INDEX "rollups_completeness_idx" ON "rollups"("completeness");
CREATE INDEX "memberships_user_id_role_idx" ON "memberships"("user_id", "role");
DROP INDEX "memberships_user_id_idx";
CREATE INDEX "rollups_last_change_at_idx" ON "rollups"("last_change_at");
CREATE INDEX "rollups_next_due_idx" ON "rollups"("next_due");
CREATE INDEX "rollups_changes_on_idx" ON "rollups"("changes_on");
CREATE INDEX "rollups_stale_since_idx" ON "rollups"("stale_since");

-- Marks are rows of their own, so that people who save at once in one organization don't wait for each other.
CREATE TABLE "rollup_marks" (
    "id" BIGSERIAL NOT NULL,
    "organization_id" UUID NOT NULL,

    CONSTRAINT "rollup_marks_pkey" PRIMARY KEY ("id")
);

-- How a person likes to look at the portfolio.
CREATE TABLE "saved_views" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("user_id", "id")
);
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE UNIQUE INDEX "saved_views_user_id_name_key" ON "saved_views"("user_id", "name");

-- What groups of at least ten controllers look like, released once a quarter and never changed, so that no difference tells of one.
CREATE TABLE "benchmark_groups" (
    "quarter" TEXT NOT NULL,
    "questionnaire" TEXT NOT NULL,
    "industry" TEXT NOT NULL,
    "size" TEXT NOT NULL,
    "controllers" INTEGER NOT NULL,
    "lower_quartile" DOUBLE PRECISION NOT NULL,
    "median" DOUBLE PRECISION NOT NULL,
    "upper_quartile" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "benchmark_groups_pkey" PRIMARY KEY ("quarter", "questionnaire", "industry", "size")
);
CREATE TABLE "benchmark_releases" (
    "quarter" TEXT NOT NULL,
    "released_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "benchmark_releases_pkey" PRIMARY KEY ("quarter")
);

GRANT SELECT, UPDATE ON "rollups" TO plumbline_app;
GRANT SELECT, INSERT, DELETE ON "saved_views" TO plumbline_app;
GRANT SELECT ON "benchmark_groups", "benchmark_releases" TO plumbline_app;

ALTER TABLE "rollup_marks" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "saved_views" ENABLE ROW LEVEL SECURITY;
CREATE POLICY self ON "saved_views" TO plumbline_app USING ("user_id" = current_actor()) WITH CHECK ("user_id" = current_actor());

-- Organizations of the acting person whose role opens the portfolio, so many at most.
CREATE FUNCTION portfolio_organizations(p_most int) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public ROWS 100 AS $$
  SELECT m.organization_id FROM memberships m JOIN role_permissions p ON p.role = m.role AND p.action = 'portfolio.read'
   WHERE m.user_id = current_actor() AND (m.expires_at IS NULL OR m.expires_at > now())
   LIMIT p_most
$$;

-- Whether one of them is this one. Asked of a row at a time, so that an index can give a page of ten thousand in order.
CREATE FUNCTION in_portfolio(p_organization uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT FROM memberships m JOIN role_permissions p ON p.role = m.role AND p.action = 'portfolio.read'
   WHERE m.organization_id = p_organization AND m.user_id = current_actor() AND (m.expires_at IS NULL OR m.expires_at > now()))
$$;

ALTER TABLE "rollups" ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "rollups" TO plumbline_app USING ("organization_id" = current_organization()) WITH CHECK ("organization_id" = current_organization());
CREATE POLICY portfolio ON "rollups" FOR SELECT TO plumbline_app
  USING ((SELECT current_organization()) IS NULL AND in_portfolio("organization_id"));

-- A person's live memberships in some organizations, without reading the thousands of others.
CREATE FUNCTION belongings_in(p_user uuid, p_organizations uuid[])
RETURNS TABLE (id uuid, slug text, name text, sample boolean, role text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT o.id, o.slug, o.name, o.sample, m.role
    FROM memberships m JOIN organizations o ON o.id = m.organization_id
   WHERE m.user_id = p_user AND m.organization_id = ANY (p_organizations) AND (m.expires_at IS NULL OR m.expires_at > now())
$$;

-- What the portfolio page needs beside its rows: organizations in which the person's role opens no row, and whether they may add one.
CREATE FUNCTION portfolio_surroundings(OUT outside jsonb, OUT may_add boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT (SELECT COALESCE(jsonb_agg(jsonb_build_object('slug', o.slug, 'name', o.name, 'role', m.role) ORDER BY o.name), '[]'::jsonb)
            FROM memberships m JOIN organizations o ON o.id = m.organization_id
           WHERE m.user_id = current_actor() AND (m.expires_at IS NULL OR m.expires_at > now())
             AND m.role = ANY (ARRAY(SELECT p.role FROM role_permissions p EXCEPT SELECT p.role FROM role_permissions p WHERE p.action = 'portfolio.read'))),
         EXISTS (SELECT FROM memberships m WHERE m.user_id = current_actor() AND (m.expires_at IS NULL OR m.expires_at > now())
             AND m.role IN ('owner', 'admin', 'consultant'))
$$;

CREATE FUNCTION mark_rollups() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO rollup_marks (organization_id) SELECT DISTINCT organization_id FROM changed;
  RETURN NULL;
END
$$;

-- `save_answers` writes no mark of its own: the notice that it leaves for live clients becomes one, many at a time, when it is sent.
DO $$
DECLARE
  source text;
  unless text;
BEGIN
  FOREACH source IN ARRAY ARRAY['assessments', 'answers', 'evidence', 'evidence_criteria']
  LOOP
    unless := CASE source WHEN 'answers' THEN $when$WHEN (current_setting('plumbline.marked_by', true) IS DISTINCT FROM 'outbox')$when$ ELSE '' END;
    EXECUTE format('CREATE TRIGGER mark_inserted AFTER INSERT ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT %s EXECUTE FUNCTION mark_rollups()', source, unless);
    EXECUTE format('CREATE TRIGGER mark_updated AFTER UPDATE ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT %s EXECUTE FUNCTION mark_rollups()', source, unless);
    EXECUTE format('CREATE TRIGGER mark_deleted AFTER DELETE ON %I REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_rollups()', source);
  END LOOP;
END
$$;

CREATE OR REPLACE FUNCTION flush_outbox() RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  item record;
  total int := 0;
  changed uuid[] := '{}';
BEGIN
  FOR item IN
    DELETE FROM outbox WHERE id IN (SELECT id FROM outbox ORDER BY id LIMIT 500 FOR UPDATE SKIP LOCKED) RETURNING *
  LOOP
    PERFORM pg_notify('plumbline', jsonb_build_object('organization', item.organization_id, 'topic', item.topic, 'body', item.body)::text);
    total := total + 1;
    IF item.topic = 'answers' AND item.organization_id <> ALL (changed) THEN changed := changed || item.organization_id; END IF;
  END LOOP;
  INSERT INTO rollup_marks (organization_id) SELECT unnest(changed);
  RETURN total;
END
$$;

CREATE FUNCTION keep_rollup() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO rollups (organization_id, organization_slug, organization_name, sample) VALUES (NEW.id, NEW.slug, NEW.name, NEW.sample)
  ON CONFLICT (organization_id) DO UPDATE SET organization_slug = EXCLUDED.organization_slug, organization_name = EXCLUDED.organization_name, sample = EXCLUDED.sample;
  RETURN NULL;
END
$$;
CREATE TRIGGER keep_rollup AFTER INSERT OR UPDATE OF slug, name, sample ON "organizations" FOR EACH ROW EXECUTE FUNCTION keep_rollup();
INSERT INTO "rollups" (organization_id, organization_slug, organization_name, sample) SELECT id, slug, name, sample FROM "organizations";

-- Organizations whose row is to be reckoned anew: marked, never reckoned, or left by an instance that ended in the middle.
-- A row that is out says so at once (`stale_since`); the app clears that in the transaction that writes the new figures.
CREATE FUNCTION claim_rollups(p_limit int) RETURNS SETOF uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN QUERY
    WITH marks AS (
      DELETE FROM rollup_marks WHERE id IN (SELECT id FROM rollup_marks ORDER BY id LIMIT 2000 FOR UPDATE SKIP LOCKED) RETURNING organization_id
    ), marked AS (
      UPDATE rollups r SET stale_since = clock_timestamp() WHERE r.organization_id IN (SELECT organization_id FROM marks)
      RETURNING r.organization_id
    ), waiting AS (
      UPDATE rollups r SET stale_since = clock_timestamp()
       WHERE r.organization_id IN (
         SELECT w.organization_id FROM rollups w
          WHERE w.stale_since < now() - interval '1 minute' OR w.changes_on <= current_date
          LIMIT p_limit FOR UPDATE SKIP LOCKED)
         AND r.organization_id NOT IN (SELECT organization_id FROM marks)
      RETURNING r.organization_id
    )
    SELECT organization_id FROM marked UNION SELECT organization_id FROM waiting;
END
$$;

-- Releases the present quarter's benchmark unless it is out: consenting organizations that aren't samples and know four fifths of their
-- criteria; organizations that share an owner are one controller; ten controllers at least; figures to one decimal.
CREATE FUNCTION release_benchmark() RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  now_quarter text := to_char(current_date, 'YYYY-"Q"Q');
BEGIN
  INSERT INTO benchmark_releases (quarter) VALUES (now_quarter) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN RETURN false; END IF;
  WITH RECURSIVE entered AS (
    SELECT r.organization_id, r.questionnaire, r.low, lower(btrim(r.industry)) AS industry,
      CASE WHEN r.people < 50 THEN 'under 50' WHEN r.people < 250 THEN '50 to 249' WHEN r.people < 1000 THEN '250 to 999'
        WHEN r.people < 5000 THEN '1,000 to 4,999' WHEN r.people < 20000 THEN '5,000 to 19,999' ELSE '20,000 and more' END AS size
      FROM rollups r JOIN organizations o ON o.id = r.organization_id
     WHERE o.benchmark_consent AND NOT o.sample AND r.low IS NOT NULL AND r.completeness >= 0.8 AND r.industry <> '' AND r.people IS NOT NULL
  ), owners AS (
    SELECT m.organization_id, m.user_id FROM memberships m JOIN entered e ON e.organization_id = m.organization_id WHERE m.role = 'owner'
  ), linked (organization_id, reaches) AS (
    SELECT organization_id, organization_id FROM entered
    UNION
    SELECT l.organization_id, b.organization_id
      FROM linked l JOIN owners a ON a.organization_id = l.reaches JOIN owners b ON b.user_id = a.user_id
  ), controllers AS (
    SELECT organization_id, min(reaches::text) AS controller FROM linked GROUP BY organization_id
  ), heard AS (
    SELECT e.questionnaire, e.industry, e.size, c.controller, avg(e.low) AS low
      FROM entered e JOIN controllers c ON c.organization_id = e.organization_id
     GROUP BY GROUPING SETS ((e.questionnaire, e.industry, e.size, c.controller), (e.questionnaire, e.industry, c.controller), (e.questionnaire, c.controller))
  )
  INSERT INTO benchmark_groups
  SELECT now_quarter, questionnaire, COALESCE(industry, ''), COALESCE(size, ''), count(*),
      round(percentile_cont(0.25) WITHIN GROUP (ORDER BY low)::numeric, 1), round(percentile_cont(0.5) WITHIN GROUP (ORDER BY low)::numeric, 1),
      round(percentile_cont(0.75) WITHIN GROUP (ORDER BY low)::numeric, 1)
    FROM heard GROUP BY questionnaire, industry, size HAVING count(*) >= 10;
  RETURN true;
END
$$;

REVOKE ALL ON FUNCTION portfolio_organizations(int), in_portfolio(uuid), belongings_in(uuid, uuid[]), portfolio_surroundings(), mark_rollups(), keep_rollup(), claim_rollups(int), release_benchmark() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portfolio_organizations(int), in_portfolio(uuid), belongings_in(uuid, uuid[]), portfolio_surroundings(), claim_rollups(int), release_benchmark() TO plumbline_app;
