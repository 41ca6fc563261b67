-- A notice that is longer than PostgreSQL passes on (8,000 bytes) goes without its lists and long values: who hears it reads everything it speaks of.
-- Before, such a notice stopped all that came after it, for every organization.

CREATE FUNCTION notice_text(p_organization uuid, p_topic text, p_body jsonb) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  WITH whole AS (SELECT jsonb_build_object('organization', p_organization, 'topic', p_topic, 'body', p_body)::text AS said)
  SELECT CASE WHEN octet_length(said) < 7500 THEN said
    ELSE jsonb_build_object('organization', p_organization, 'topic', p_topic, 'body',
      (SELECT COALESCE(jsonb_object_agg(key, value), '{}') FROM jsonb_each(p_body)
        WHERE jsonb_typeof(value) NOT IN ('array', 'object') AND octet_length(value::text) <= 200))::text
    END
    FROM whole
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
    PERFORM pg_notify('plumbline', notice_text(item.organization_id, item.topic, item.body));
    total := total + 1;
    IF item.topic = 'answers' AND item.organization_id <> ALL (changed) THEN changed := changed || item.organization_id; END IF;
  END LOOP;
  INSERT INTO rollup_marks (organization_id) SELECT unnest(changed);
  RETURN total;
END
$$;

REVOKE ALL ON FUNCTION notice_text(uuid, text, jsonb) FROM PUBLIC;
