-- What the program brings keeps its tables, which the app may only read; what an organization writes has tables of its own.
ALTER TABLE "questionnaire_criteria" RENAME TO "built_in_criteria";
ALTER TABLE "built_in_criteria" RENAME CONSTRAINT "questionnaire_criteria_pkey" TO "built_in_criteria_pkey";
ALTER TABLE "built_in_criteria" RENAME CONSTRAINT "questionnaire_criteria_questionnaire_version_fkey" TO "built_in_criteria_questionnaire_version_fkey";
ALTER TABLE "questionnaire_versions" ADD CONSTRAINT "questionnaire_versions_not_own" CHECK ("questionnaire" NOT LIKE 'own-%');

-- CreateTable
CREATE TABLE "own_questionnaires" (
    "organization_id" UUID NOT NULL,
    "questionnaire" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "base_questionnaire" TEXT,
    "base_version" TEXT,
    "source" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "hash" TEXT,
    "content" JSONB,
    "published_at" TIMESTAMPTZ(3),
    "published_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID NOT NULL,

    CONSTRAINT "own_questionnaires_pkey" PRIMARY KEY ("organization_id","questionnaire","version")
);

-- CreateTable
CREATE TABLE "own_criteria" (
    "organization_id" UUID NOT NULL,
    "questionnaire" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "criterion" TEXT NOT NULL,
    "pillar" TEXT NOT NULL,

    CONSTRAINT "own_criteria_pkey" PRIMARY KEY ("organization_id","questionnaire","version","criterion")
);

-- AlterTable
ALTER TABLE "assessments" ADD COLUMN "built_in" TEXT, ADD COLUMN "own" TEXT;

-- By hand: which of the two an assessment's questionnaire is follows from its name alone.
CREATE FUNCTION name_content() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  NEW.built_in := CASE WHEN NEW.questionnaire NOT LIKE 'own-%' THEN NEW.questionnaire END;
  NEW.own := CASE WHEN NEW.questionnaire LIKE 'own-%' THEN NEW.questionnaire END;
  RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION name_content() FROM PUBLIC;
UPDATE "assessments" SET "built_in" = "questionnaire";
CREATE TRIGGER name_content BEFORE INSERT OR UPDATE OF "questionnaire", "built_in", "own" ON "assessments" FOR EACH ROW EXECUTE FUNCTION name_content();

-- DropForeignKey
ALTER TABLE "assessments" DROP CONSTRAINT "assessments_questionnaire_version_fkey";

-- AddForeignKey
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_built_in_version_fkey" FOREIGN KEY ("built_in", "version") REFERENCES "questionnaire_versions"("questionnaire", "version") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_organization_id_own_version_fkey" FOREIGN KEY ("organization_id", "own", "version") REFERENCES "own_questionnaires"("organization_id", "questionnaire", "version") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "own_questionnaires" ADD CONSTRAINT "own_questionnaires_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_criteria" ADD CONSTRAINT "own_criteria_organization_id_questionnaire_version_fkey" FOREIGN KEY ("organization_id", "questionnaire", "version") REFERENCES "own_questionnaires"("organization_id", "questionnaire", "version") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand.
ALTER TABLE "own_questionnaires" ADD CONSTRAINT "own_questionnaires_name" CHECK ("questionnaire" LIKE 'own-%');
ALTER TABLE "own_questionnaires" ADD CONSTRAINT "own_questionnaires_kind" CHECK ("kind" IN ('questionnaire', 'overlay'));
ALTER TABLE "own_questionnaires" ADD CONSTRAINT "own_questionnaires_source" CHECK (octet_length("source") <= 2097152);
ALTER TABLE "own_questionnaires" ADD CONSTRAINT "own_questionnaires_published" CHECK (num_nulls("hash", "content", "published_at", "published_by") IN (0, 4));

-- A published version never changes; only a draft can be edited, published or thrown away.
CREATE FUNCTION keep_published() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  RAISE EXCEPTION 'a published questionnaire never changes' USING ERRCODE = 'restrict_violation';
END
$$;
REVOKE ALL ON FUNCTION keep_published() FROM PUBLIC;
CREATE TRIGGER keep_published BEFORE UPDATE ON "own_questionnaires" FOR EACH ROW WHEN (OLD."published_at" IS NOT NULL) EXECUTE FUNCTION keep_published();

GRANT SELECT, INSERT, UPDATE ON "own_questionnaires" TO plumbline_app;
GRANT DELETE ON "own_questionnaires" TO plumbline_app;
GRANT SELECT, INSERT ON "own_criteria" TO plumbline_app;
ALTER TABLE "own_questionnaires" ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "own_questionnaires" TO plumbline_app USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
-- The app throws away drafts alone; with an organization everything goes, by the foreign key.
CREATE POLICY drafts ON "own_questionnaires" AS RESTRICTIVE FOR DELETE TO plumbline_app USING ("published_at" IS NULL);
ALTER TABLE "own_criteria" ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "own_criteria" TO plumbline_app USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());

-- What an assessment can ask, whoever wrote it; row-level security holds inside the view.
CREATE VIEW "questionnaire_criteria" WITH (security_invoker = true) AS
  SELECT "questionnaire", "version", "criterion", "pillar" FROM "built_in_criteria"
  UNION ALL
  SELECT "questionnaire", "version", "criterion", "pillar" FROM "own_criteria";
REVOKE ALL ON "questionnaire_criteria" FROM PUBLIC;
GRANT SELECT ON "questionnaire_criteria" TO plumbline_app;
