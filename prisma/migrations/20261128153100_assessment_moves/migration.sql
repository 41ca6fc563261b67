-- CreateTable
CREATE TABLE "assessment_moves" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "assessment_id" UUID NOT NULL,
    "from_questionnaire" TEXT NOT NULL,
    "from_version" TEXT NOT NULL,
    "to_questionnaire" TEXT NOT NULL,
    "to_version" TEXT NOT NULL,
    "moved_by" UUID NOT NULL,
    "moved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_by" UUID,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "assessment_moves_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "assessment_moves_organization_id_assessment_id_moved_at_idx" ON "assessment_moves"("organization_id", "assessment_id", "moved_at");

-- AddForeignKey
ALTER TABLE "assessment_moves" ADD CONSTRAINT "assessment_moves_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand. What happened stays: only that a move was undone is written later.
ALTER TABLE "assessment_moves" ADD CONSTRAINT "assessment_moves_undone" CHECK (("undone_by" IS NULL) = ("undone_at" IS NULL));
GRANT SELECT, INSERT ON "assessment_moves" TO plumbline_app;
GRANT UPDATE ("undone_by", "undone_at") ON "assessment_moves" TO plumbline_app;
ALTER TABLE "assessment_moves" ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "assessment_moves" TO plumbline_app USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
