-- What a workshop decided on a topic, who was in the room, and who saw it differently. Never changed: a new decision follows.
CREATE TABLE "workshop_decisions" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "assessment_id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "present" TEXT[] NOT NULL,
    "decision" TEXT NOT NULL,
    "dissent" TEXT NOT NULL DEFAULT '',
    "seconds" INTEGER NOT NULL DEFAULT 0,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workshop_decisions_pkey" PRIMARY KEY ("organization_id","id")
);

CREATE INDEX "workshop_decisions_organization_id_assessment_id_topic_idx" ON "workshop_decisions"("organization_id", "assessment_id", "topic");
ALTER TABLE "workshop_decisions" ADD CONSTRAINT "workshop_decisions_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "workshop_decisions" ADD CONSTRAINT "workshop_decisions_decision" CHECK ("decision" <> '');
ALTER TABLE "workshop_decisions" ADD CONSTRAINT "workshop_decisions_seconds" CHECK ("seconds" >= 0);

ALTER TABLE "workshop_decisions" ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "workshop_decisions" TO plumbline_app USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
REVOKE ALL ON "workshop_decisions" FROM PUBLIC;
GRANT SELECT, INSERT ON "workshop_decisions" TO plumbline_app;
