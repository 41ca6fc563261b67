-- One piece of evidence speaks to several criteria, of each with a verdict, a coverage and a reviewer's word of its own.
-- Expand: the old columns stay, so that the version before this one serves on beside it; what it writes is carried over by a trigger.
-- A later migration drops both.

ALTER TABLE "evidence"
    ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'attestation',
    ADD COLUMN "owner" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "method" TEXT,
    ADD COLUMN "sampled" INTEGER,
    ADD COLUMN "population" INTEGER,
    ADD COLUMN "sampled_from" TEXT,
    ALTER COLUMN "criterion" SET DEFAULT '',
    ALTER COLUMN "verdict" SET DEFAULT 'supports';

UPDATE "evidence" SET "kind" = CASE WHEN "source" IS NOT NULL THEN 'scan' ELSE 'link' END WHERE "source" IS NOT NULL OR "link" IS NOT NULL;

ALTER TABLE "evidence" ADD CONSTRAINT "evidence_kind" CHECK ("kind" IN ('file', 'link', 'attestation', 'scan'));
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_method" CHECK ("method" IN ('examine', 'interview', 'test'));
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_sample" CHECK ("sampled" IS NULL OR ("sampled" > 0 AND ("population" IS NULL OR "sampled" <= "population")));

CREATE UNIQUE INDEX "evidence_organization_id_assessment_id_id_key" ON "evidence"("organization_id", "assessment_id", "id");

CREATE TABLE "evidence_criteria" (
    "organization_id" UUID NOT NULL,
    "evidence_id" UUID NOT NULL,
    "criterion" TEXT NOT NULL,
    "assessment_id" UUID NOT NULL,
    "verdict" TEXT NOT NULL,
    "coverage" DOUBLE PRECISION,
    "added_by" UUID NOT NULL,
    "accepted_by" UUID,
    "accepted_at" TIMESTAMPTZ(3),
    "dismissed_by" UUID,
    "dismissed_reason" TEXT,

    CONSTRAINT "evidence_criteria_pkey" PRIMARY KEY ("organization_id","evidence_id","criterion")
);

CREATE INDEX "evidence_criteria_organization_id_assessment_id_criterion_idx" ON "evidence_criteria"("organization_id", "assessment_id", "criterion");

ALTER TABLE "evidence_criteria" ADD CONSTRAINT "evidence_criteria_organization_id_assessment_id_evidence_i_fkey" FOREIGN KEY ("organization_id", "assessment_id", "evidence_id") REFERENCES "evidence"("organization_id", "assessment_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "evidence_criteria" ADD CONSTRAINT "evidence_criteria_verdict" CHECK ("verdict" IN ('supports', 'contradicts'));
ALTER TABLE "evidence_criteria" ADD CONSTRAINT "evidence_criteria_coverage" CHECK ("coverage" IS NULL OR ("coverage" >= 0 AND "coverage" <= 1));

INSERT INTO "evidence_criteria" ("organization_id", "evidence_id", "criterion", "assessment_id", "verdict", "coverage", "added_by", "accepted_by", "accepted_at", "dismissed_by", "dismissed_reason")
SELECT "organization_id", "id", "criterion", "assessment_id", "verdict", "coverage", "added_by", "accepted_by", "accepted_at", "dismissed_by", "dismissed_reason" FROM "evidence";

-- The file of a piece. Its bytes stand apart, so that nothing reads them by the way.
CREATE TABLE "evidence_files" (
    "organization_id" UUID NOT NULL,
    "evidence_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storage" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_files_pkey" PRIMARY KEY ("organization_id","evidence_id")
);

ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_organization_id_evidence_id_fkey" FOREIGN KEY ("organization_id", "evidence_id") REFERENCES "evidence"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_storage" CHECK ("storage" IN ('database', 's3'));
ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_size" CHECK ("size" > 0);
ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$');

-- The bytes, unless they lie in an object store, and a preview: a picture drawn anew, or the first lines of a text.
CREATE TABLE "evidence_contents" (
    "organization_id" UUID NOT NULL,
    "evidence_id" UUID NOT NULL,
    "bytes" BYTEA,
    "picture" BYTEA,
    "lines" TEXT,

    CONSTRAINT "evidence_contents_pkey" PRIMARY KEY ("organization_id","evidence_id")
);

-- Uncompressed, so that a part is read without the rest: downloads go out piece by piece.
ALTER TABLE "evidence_contents" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
ALTER TABLE "evidence_contents" ADD CONSTRAINT "evidence_contents_organization_id_evidence_id_fkey" FOREIGN KEY ("organization_id", "evidence_id") REFERENCES "evidence_files"("organization_id", "evidence_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Objects in the store whose evidence is gone, however it went, the organization's own deletion included.
CREATE TABLE "object_removals" (
    "key" TEXT NOT NULL,

    CONSTRAINT "object_removals_pkey" PRIMARY KEY ("key")
);
ALTER TABLE "object_removals" ENABLE ROW LEVEL SECURITY;

DO $$
DECLARE
  tenant text;
BEGIN
  FOREACH tenant IN ARRAY ARRAY['evidence_criteria', 'evidence_files', 'evidence_contents']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant);
    EXECUTE format('CREATE POLICY tenant ON %I TO plumbline_app USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization())', tenant);
  END LOOP;
END
$$;

REVOKE ALL ON "evidence_criteria", "evidence_files", "evidence_contents", "object_removals" FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON "evidence_criteria" TO plumbline_app;
GRANT SELECT, INSERT, DELETE ON "evidence_files", "evidence_contents" TO plumbline_app;

-- What the version before this one writes of its one criterion.
CREATE FUNCTION carry_evidence() RETURNS trigger LANGUAGE plpgsql SECURITY INVOKER SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    UPDATE evidence_criteria SET verdict = NEW.verdict, coverage = NEW.coverage, added_by = NEW.added_by, accepted_by = NEW.accepted_by,
      accepted_at = NEW.accepted_at, dismissed_by = NEW.dismissed_by, dismissed_reason = NEW.dismissed_reason
     WHERE organization_id = NEW.organization_id AND evidence_id = NEW.id AND criterion = NEW.criterion;
  ELSE
    INSERT INTO evidence_criteria (organization_id, evidence_id, criterion, assessment_id, verdict, coverage, added_by, accepted_by, accepted_at, dismissed_by, dismissed_reason)
    VALUES (NEW.organization_id, NEW.id, NEW.criterion, NEW.assessment_id, NEW.verdict, NEW.coverage, NEW.added_by, NEW.accepted_by, NEW.accepted_at, NEW.dismissed_by, NEW.dismissed_reason);
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER carry_evidence AFTER INSERT OR UPDATE OF criterion, verdict, coverage, accepted_by, accepted_at, dismissed_by, dismissed_reason ON "evidence"
  FOR EACH ROW WHEN (NEW.criterion <> '') EXECUTE FUNCTION carry_evidence();

CREATE FUNCTION note_object_removal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO object_removals (key) VALUES (OLD.organization_id || '/' || OLD.evidence_id) ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
CREATE TRIGGER note_object_removal AFTER DELETE ON "evidence_files" FOR EACH ROW WHEN (OLD.storage = 's3') EXECUTE FUNCTION note_object_removal();

-- Hands out what waits; where the caller's transaction fails, it waits on.
CREATE FUNCTION take_object_removals(p_limit int) RETURNS SETOF text
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  DELETE FROM object_removals WHERE key IN (SELECT key FROM object_removals ORDER BY key LIMIT p_limit FOR UPDATE SKIP LOCKED) RETURNING key
$$;

REVOKE ALL ON FUNCTION carry_evidence(), note_object_removal(), take_object_removals(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION take_object_removals(int) TO plumbline_app;
