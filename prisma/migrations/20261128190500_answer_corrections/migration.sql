-- That a change of an answer put an earlier mistake right, and was no change of the organization. A row beside the history, which itself never changes.

CREATE TABLE "answer_corrections" (
    "organization_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "criterion" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "marked_by" UUID NOT NULL,
    "marked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "answer_corrections_pkey" PRIMARY KEY ("organization_id","assessment_id","criterion","version")
);
ALTER TABLE "answer_corrections" ADD CONSTRAINT "answer_corrections_revision_fkey" FOREIGN KEY ("organization_id", "assessment_id", "criterion", "version") REFERENCES "answer_revisions"("organization_id", "assessment_id", "criterion", "version") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "answer_corrections" ADD CONSTRAINT "answer_corrections_reason_length" CHECK (length("reason") BETWEEN 1 AND 2000);

GRANT SELECT, INSERT, DELETE ON "answer_corrections" TO plumbline_app;
ALTER TABLE "answer_corrections" ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "answer_corrections" TO plumbline_app USING ("organization_id" = current_organization()) WITH CHECK ("organization_id" = current_organization());
