-- On which topic a person last was, in each organization: where "Continue" leads. Only that person reads it.

CREATE TABLE "last_places" (
    "organization_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "last_places_pkey" PRIMARY KEY ("organization_id","user_id")
);
CREATE INDEX "last_places_user_id_at_idx" ON "last_places"("user_id", "at");
ALTER TABLE "last_places" ADD CONSTRAINT "last_places_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "last_places" ADD CONSTRAINT "last_places_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "last_places" ADD CONSTRAINT "last_places_topic_length" CHECK (length("topic") <= 200);

GRANT SELECT, INSERT, UPDATE ON "last_places" TO plumbline_app;
ALTER TABLE "last_places" ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "last_places" TO plumbline_app
  USING ("organization_id" = current_organization() AND "user_id" = current_actor())
  WITH CHECK ("organization_id" = current_organization() AND "user_id" = current_actor());
-- The first page of somebody with several organizations asks for the latest of all.
CREATE POLICY self ON "last_places" FOR SELECT TO plumbline_app
  USING ((SELECT current_organization()) IS NULL AND "user_id" = current_actor());

-- A sign of life every ten seconds writes a row only where the topic is another, or every five minutes.
CREATE OR REPLACE FUNCTION tell_presence(p_token_hash bytea, p_idle interval, p_slug text, p_assessment text, p_tab text, p_topic text) RETURNS text
LANGUAGE plpgsql SECURITY INVOKER SET search_path = pg_catalog, public AS $$
DECLARE
  entered record;
BEGIN
  SELECT * INTO entered FROM enter_assessment(p_token_hash, p_idle, p_slug, p_assessment);
  IF entered.problem IS NULL THEN
    PERFORM put_outbox('presence', jsonb_build_object('assessment', entered.assessment, 'user', entered.person, 'tab', p_tab, 'place', p_topic));
    IF p_topic LIKE '%.%' THEN
      INSERT INTO last_places AS l (organization_id, user_id, assessment_id, topic)
      VALUES (current_organization(), entered.person, entered.assessment, p_topic)
      ON CONFLICT (organization_id, user_id) DO UPDATE SET assessment_id = EXCLUDED.assessment_id, topic = EXCLUDED.topic, at = EXCLUDED.at
        WHERE (l.assessment_id, l.topic) IS DISTINCT FROM (EXCLUDED.assessment_id, EXCLUDED.topic) OR l.at < now() - interval '5 minutes';
    END IF;
  END IF;
  RETURN entered.problem;
END
$$;
