-- Evidence is told of before it expires and when it has, to whoever keeps it current.
ALTER TABLE "notices" DROP CONSTRAINT "notices_kind";
ALTER TABLE "notices" ADD CONSTRAINT "notices_kind" CHECK ("kind" IN ('mention', 'reply', 'assigned', 'handed-back', 'returned', 'question', 'due-soon', 'evidence-expiring', 'evidence-expired'));

-- What time itself brings, in every organization: work that is due within three days, evidence that expires within fourteen or has
-- within the last thirty (what lies longer is no news). Told once for each day set, and not in what is approved, where nothing can be
-- done about it. Evidence is told to the one member whom its owner names, by name or address, else to who added it.
-- Safe to run anywhere, any number of times.
CREATE OR REPLACE FUNCTION make_due_notices(p_today date) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  made int;
  more int;
BEGIN
  INSERT INTO notices (organization_id, user_id, kind, assessment_id, place, by_user, due, subject)
  SELECT g.organization_id, g.user_id, 'due-soon', g.assessment_id, CASE WHEN g.topic = '*' THEN g.pillar ELSE g.topic END, g.asked_by, g.due,
         concat_ws('/', g.assessment_id, g.pillar, g.topic, g.due)
    FROM assignments g JOIN assessments a ON a.organization_id = g.organization_id AND a.id = g.assessment_id
   WHERE g.state = 'open' AND g.due <= p_today + 3 AND a.state <> 'approved' AND is_told_of(g.organization_id, g.assessment_id, g.user_id)
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS made = ROW_COUNT;
  INSERT INTO notices (organization_id, user_id, kind, assessment_id, place, due, subject)
  SELECT e.organization_id, k.keeper, CASE WHEN e.expires > p_today THEN 'evidence-expiring' ELSE 'evidence-expired' END,
         e.assessment_id, min(c.criterion), e.expires, concat_ws('/', e.id, e.expires)
    FROM evidence e
    JOIN assessments a ON a.organization_id = e.organization_id AND a.id = e.assessment_id
    JOIN evidence_criteria c ON c.organization_id = e.organization_id AND c.evidence_id = e.id
   CROSS JOIN LATERAL (
     SELECT COALESCE(CASE WHEN count(*) = 1 THEN (array_agg(u.id))[1] END, e.added_by) AS keeper
       FROM memberships m JOIN users u ON u.id = m.user_id
      WHERE m.organization_id = e.organization_id AND btrim(e.owner) <> '' AND lower(btrim(e.owner)) IN (lower(u.name), lower(u.email))
        AND is_told_of(e.organization_id, e.assessment_id, u.id)) k
   WHERE e.expires > p_today - 30 AND e.expires <= p_today + 14 AND a.state <> 'approved' AND c.dismissed_reason IS NULL
     AND is_told_of(e.organization_id, e.assessment_id, k.keeper)
   GROUP BY e.organization_id, e.id, k.keeper, e.assessment_id, e.expires
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS more = ROW_COUNT;
  RETURN made + more;
END
$$;
