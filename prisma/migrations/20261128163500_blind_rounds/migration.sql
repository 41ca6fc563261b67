-- Two assessors answer the same topics apart. Until both are in, what one said doesn't exist for anybody else: the database itself hides it.

CREATE TABLE "blind_rounds" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "assessment_id" UUID NOT NULL,
    "topics" JSONB NOT NULL,
    "first" UUID NOT NULL,
    "second" UUID NOT NULL,
    "first_done_at" TIMESTAMPTZ(3),
    "second_done_at" TIMESTAMPTZ(3),
    "started_by" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "blind_rounds_pkey" PRIMARY KEY ("organization_id","id")
);
CREATE INDEX "blind_rounds_organization_id_assessment_id_idx" ON "blind_rounds"("organization_id", "assessment_id");
ALTER TABLE "blind_rounds" ADD CONSTRAINT "blind_rounds_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "blind_rounds" ADD CONSTRAINT "blind_rounds_two" CHECK ("first" <> "second");

CREATE TABLE "blind_answers" (
    "organization_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "criterion" TEXT NOT NULL,
    "answer" JSONB,
    "note" TEXT NOT NULL DEFAULT '',
    "sequence" INTEGER NOT NULL,
    "said_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "blind_answers_pkey" PRIMARY KEY ("organization_id","round_id","user_id","criterion")
);
ALTER TABLE "blind_answers" ADD CONSTRAINT "blind_answers_organization_id_round_id_fkey" FOREIGN KEY ("organization_id", "round_id") REFERENCES "blind_rounds"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "blind_answers" ADD CONSTRAINT "blind_answers_note_length" CHECK (length("note") <= 5000);

GRANT SELECT, INSERT ON "blind_rounds" TO plumbline_app;
GRANT UPDATE ("first_done_at", "second_done_at") ON "blind_rounds" TO plumbline_app;
GRANT SELECT, INSERT, UPDATE ON "blind_answers" TO plumbline_app;

ALTER TABLE "blind_rounds" ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "blind_rounds" TO plumbline_app USING ("organization_id" = current_organization()) WITH CHECK ("organization_id" = current_organization());
ALTER TABLE "blind_answers" ENABLE ROW LEVEL SECURITY;
-- One's own until both are in; then everybody's to read and nobody's to change.
CREATE POLICY seen ON "blind_answers" FOR SELECT TO plumbline_app USING (
  "organization_id" = current_organization()
  AND ("user_id" = current_actor()
    OR EXISTS (SELECT FROM "blind_rounds" r WHERE r."organization_id" = "blind_answers"."organization_id" AND r."id" = "round_id" AND r."first_done_at" IS NOT NULL AND r."second_done_at" IS NOT NULL)));
CREATE POLICY said ON "blind_answers" FOR INSERT TO plumbline_app WITH CHECK ("organization_id" = current_organization() AND "user_id" = current_actor());
CREATE POLICY said_again ON "blind_answers" FOR UPDATE TO plumbline_app
  USING ("organization_id" = current_organization() AND "user_id" = current_actor())
  WITH CHECK ("organization_id" = current_organization() AND "user_id" = current_actor());
