-- An organization counts from its ninetieth day: a dozen made for the purpose the day before must not frame one that is there.

CREATE OR REPLACE FUNCTION release_benchmark() RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  now_quarter text := to_char(current_date, 'YYYY-"Q"Q');
BEGIN
  INSERT INTO benchmark_releases (quarter) VALUES (now_quarter) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN RETURN false; END IF;
  WITH RECURSIVE entered AS (
    SELECT r.organization_id, r.questionnaire, r.low, lower(btrim(r.industry)) AS industry,
      CASE WHEN r.people < 50 THEN 'under 50' WHEN r.people < 250 THEN '50 to 249' WHEN r.people < 1000 THEN '250 to 999'
        WHEN r.people < 5000 THEN '1,000 to 4,999' WHEN r.people < 20000 THEN '5,000 to 19,999' ELSE '20,000 and more' END AS size
      FROM rollups r JOIN organizations o ON o.id = r.organization_id
     WHERE o.benchmark_consent AND NOT o.sample AND r.low IS NOT NULL AND r.completeness >= 0.8 AND r.industry <> '' AND r.people IS NOT NULL
       AND r.questionnaire NOT LIKE 'own-%' AND o.created_at < now() - interval '90 days'
  ), owners AS (
    SELECT m.organization_id, m.user_id FROM memberships m JOIN entered e ON e.organization_id = m.organization_id WHERE m.role = 'owner'
  ), linked (organization_id, reaches) AS (
    SELECT organization_id, organization_id FROM entered
    UNION
    SELECT l.organization_id, b.organization_id
      FROM linked l JOIN owners a ON a.organization_id = l.reaches JOIN owners b ON b.user_id = a.user_id
  ), controllers AS (
    SELECT organization_id, min(reaches::text) AS controller FROM linked GROUP BY organization_id
  ), heard AS (
    SELECT e.questionnaire, e.industry, e.size, c.controller, avg(e.low) AS low
      FROM entered e JOIN controllers c ON c.organization_id = e.organization_id
     GROUP BY GROUPING SETS ((e.questionnaire, e.industry, e.size, c.controller), (e.questionnaire, e.industry, c.controller), (e.questionnaire, c.controller))
  )
  INSERT INTO benchmark_groups
  SELECT now_quarter, questionnaire, COALESCE(industry, ''), COALESCE(size, ''), count(*),
      round(percentile_cont(0.25) WITHIN GROUP (ORDER BY low)::numeric, 1), round(percentile_cont(0.5) WITHIN GROUP (ORDER BY low)::numeric, 1),
      round(percentile_cont(0.75) WITHIN GROUP (ORDER BY low)::numeric, 1)
    FROM heard GROUP BY questionnaire, industry, size HAVING count(*) >= 10;
  RETURN true;
END
$$;
