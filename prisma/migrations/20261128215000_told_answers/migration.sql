-- What a reader asks for and what the live stream brings are the same answers, from one place.

-- Answers as they stand, with the names of who gave them: all, or of some criteria. The organization is set already.
CREATE FUNCTION standing_answers(p_assessment uuid, p_criteria jsonb) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY INVOKER SET search_path = pg_catalog, public AS $$
DECLARE
  found jsonb;
  names jsonb;
BEGIN
  SELECT COALESCE(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('criterion', x.criterion, 'status', x.status, 'coverage', x.coverage, 'count', x.count,
      'population', x.population, 'reason', x.reason, 'acceptedBy', x.accepted_by, 'note', x.note, 'version', x.version, 'how', x.how,
      'changedBy', x.changed_by, 'changedAt', floor(extract(epoch FROM x.changed_at) * 1000)::bigint))), '[]'::jsonb)
    INTO found FROM answers x
   WHERE x.organization_id = current_organization() AND x.assessment_id = p_assessment
     AND (p_criteria IS NULL OR x.criterion IN (SELECT jsonb_array_elements_text(p_criteria)));
  SELECT COALESCE(jsonb_object_agg(u.id, u.name), '{}'::jsonb) INTO names FROM users u
   WHERE u.id IN (SELECT (e ->> 'changedBy')::uuid FROM jsonb_array_elements(found) e UNION SELECT (e ->> 'acceptedBy')::uuid FROM jsonb_array_elements(found) e);
  RETURN jsonb_build_object('answers', found, 'names', names);
END
$$;

CREATE OR REPLACE FUNCTION read_answers(p_token_hash bytea, p_idle interval, p_slug text, p_assessment text, p_criteria jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY INVOKER SET search_path = pg_catalog, public AS $$
DECLARE
  entered record;
BEGIN
  SELECT * INTO entered FROM enter_assessment(p_token_hash, p_idle, p_slug, p_assessment);
  IF entered.problem IS NOT NULL THEN RETURN jsonb_build_object('problem', entered.problem); END IF;
  RETURN standing_answers(entered.assessment, p_criteria);
END
$$;

REVOKE ALL ON FUNCTION standing_answers(uuid, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION standing_answers(uuid, jsonb) TO plumbline_app;
