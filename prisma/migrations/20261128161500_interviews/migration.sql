-- A link per person that shows the topics they were asked about, and nothing else. What is said there is a proposal until a member takes it over.

CREATE TABLE "interviews" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "assessment_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "person" TEXT NOT NULL,
    "topics" JSONB NOT NULL,
    "asked_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "interviews_pkey" PRIMARY KEY ("organization_id","id")
);
CREATE UNIQUE INDEX "interviews_token_hash_key" ON "interviews"("token_hash");
CREATE INDEX "interviews_organization_id_assessment_id_idx" ON "interviews"("organization_id", "assessment_id");
ALTER TABLE "interviews" ADD CONSTRAINT "interviews_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "interview_answers" (
    "organization_id" UUID NOT NULL,
    "interview_id" UUID NOT NULL,
    "criterion" TEXT NOT NULL,
    -- Null: taken back.
    "answer" JSONB,
    "note" TEXT NOT NULL DEFAULT '',
    -- The device's own count: what arrives late or twice doesn't undo what came after it.
    "sequence" INTEGER NOT NULL,
    "said_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "interview_answers_pkey" PRIMARY KEY ("organization_id","interview_id","criterion")
);
ALTER TABLE "interview_answers" ADD CONSTRAINT "interview_answers_organization_id_interview_id_fkey" FOREIGN KEY ("organization_id", "interview_id") REFERENCES "interviews"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "interview_answers" ADD CONSTRAINT "interview_answers_note_length" CHECK (length("note") <= 5000);

GRANT SELECT, INSERT, UPDATE ON "interviews", "interview_answers" TO plumbline_app;
ALTER TABLE "interviews" ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "interviews" TO plumbline_app USING ("organization_id" = current_organization()) WITH CHECK ("organization_id" = current_organization());
ALTER TABLE "interview_answers" ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "interview_answers" TO plumbline_app USING ("organization_id" = current_organization()) WITH CHECK ("organization_id" = current_organization());

-- Which interview a link opens, while it may; before that no organization is known.
CREATE FUNCTION interview_of(p_token_hash bytea) RETURNS TABLE (organization_id uuid, id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT i.organization_id, i.id FROM interviews i WHERE i.token_hash = p_token_hash AND i.revoked_at IS NULL AND i.expires_at > now()
$$;
REVOKE ALL ON FUNCTION interview_of(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION interview_of(bytea) TO plumbline_app;
