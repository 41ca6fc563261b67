-- Who holds a session, without counting as its use: what a page asks by itself must not keep a session from idling out.
CREATE FUNCTION peek_actor(p_token_hash bytea, p_idle interval, p_slug text)
RETURNS TABLE (session_id uuid, user_id uuid, user_name text, user_email text, organization_id uuid, organization_name text, sample boolean, role text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT s.id, s.user_id, u.name, u.email, o.id, o.name, o.sample, o.role
    FROM sessions s
    JOIN users u ON u.id = s.user_id
    LEFT JOIN LATERAL (
      SELECT t.id, t.name, t.sample, m.role FROM organizations t JOIN memberships m ON m.organization_id = t.id
       WHERE t.slug = p_slug AND m.user_id = s.user_id AND (m.expires_at IS NULL OR m.expires_at > now())) o ON true
   WHERE s.token_hash = p_token_hash AND s.revoked_at IS NULL AND s.expires_at > now()
     AND s.last_seen_at > now() - p_idle AND u.suspended_at IS NULL
$$;

-- Of many subscribers at once, those who may still see their assessment.
-- p_subscribers: [{"place", "token" (hex), "organization", "assessment"}]
CREATE FUNCTION live_rights(p_idle interval, p_subscribers jsonb) RETURNS TABLE (place int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT t.place
    FROM jsonb_to_recordset(p_subscribers) AS t(place int, token text, organization uuid, assessment uuid)
    JOIN sessions s ON s.token_hash = decode(t.token, 'hex') AND s.revoked_at IS NULL AND s.expires_at > now() AND s.last_seen_at > now() - p_idle
    JOIN users u ON u.id = s.user_id AND u.suspended_at IS NULL
    JOIN assessments a ON a.organization_id = t.organization AND a.id = t.assessment
    JOIN memberships m ON m.organization_id = t.organization AND m.user_id = s.user_id AND (m.expires_at IS NULL OR m.expires_at > now())
    JOIN role_permissions p ON p.role = m.role AND p.action = 'results.read'
   WHERE m.role <> 'assessor' OR a.created_by = s.user_id OR EXISTS (
         SELECT FROM assignments g WHERE g.organization_id = t.organization AND g.assessment_id = t.assessment AND g.user_id = s.user_id)
$$;

-- The assessment that who holds the session may see, with the organization set for the rest of the transaction; or the problem.
CREATE FUNCTION enter_assessment(p_token_hash bytea, p_idle interval, p_slug text, p_assessment text, OUT problem text, OUT person uuid, OUT assessment uuid)
LANGUAGE plpgsql SECURITY INVOKER SET search_path = pg_catalog, public AS $$
DECLARE
  who record;
  work record;
BEGIN
  SELECT * INTO who FROM peek_actor(p_token_hash, p_idle, p_slug);
  IF NOT FOUND THEN problem := 'unauthenticated'; RETURN; END IF;
  IF who.organization_id IS NULL THEN problem := 'not-found'; RETURN; END IF;
  PERFORM set_config('plumbline.organization', who.organization_id::text, true), set_config('plumbline.actor', who.user_id::text, true);
  IF NOT EXISTS (SELECT FROM role_permissions p WHERE p.role = who.role AND p.action = 'results.read') THEN problem := 'forbidden'; RETURN; END IF;
  SELECT a.id, a.created_by INTO work FROM assessments a WHERE a.organization_id = who.organization_id AND a.slug = p_assessment;
  IF NOT FOUND OR (who.role = 'assessor' AND work.created_by <> who.user_id AND NOT EXISTS (
      SELECT FROM assignments g WHERE g.organization_id = who.organization_id AND g.assessment_id = work.id AND g.user_id = who.user_id)) THEN
    problem := 'not-found';
    RETURN;
  END IF;
  person := who.user_id;
  assessment := work.id;
END
$$;

-- Answers as they stand, with the names of who gave them: all, or of some criteria. One round trip, because every live client asks at once.
CREATE FUNCTION read_answers(p_token_hash bytea, p_idle interval, p_slug text, p_assessment text, p_criteria jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY INVOKER SET search_path = pg_catalog, public AS $$
DECLARE
  entered record;
  found jsonb;
  names jsonb;
BEGIN
  SELECT * INTO entered FROM enter_assessment(p_token_hash, p_idle, p_slug, p_assessment);
  IF entered.problem IS NOT NULL THEN RETURN jsonb_build_object('problem', entered.problem); END IF;
  SELECT COALESCE(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('criterion', x.criterion, 'status', x.status, 'coverage', x.coverage, 'count', x.count,
      'population', x.population, 'reason', x.reason, 'acceptedBy', x.accepted_by, 'note', x.note, 'version', x.version, 'how', x.how,
      'changedBy', x.changed_by, 'changedAt', floor(extract(epoch FROM x.changed_at) * 1000)::bigint))), '[]'::jsonb)
    INTO found FROM answers x
   WHERE x.organization_id = current_organization() AND x.assessment_id = entered.assessment
     AND (p_criteria IS NULL OR x.criterion IN (SELECT jsonb_array_elements_text(p_criteria)));
  SELECT COALESCE(jsonb_object_agg(u.id, u.name), '{}'::jsonb) INTO names FROM users u
   WHERE u.id::text IN (SELECT e ->> 'changedBy' FROM jsonb_array_elements(found) e UNION SELECT e ->> 'acceptedBy' FROM jsonb_array_elements(found) e);
  RETURN jsonb_build_object('answers', found, 'names', names);
END
$$;

-- Tells the live clients of an assessment on which topic somebody is, in which of their tabs. Nothing of it is stored past the notice.
CREATE FUNCTION tell_presence(p_token_hash bytea, p_idle interval, p_slug text, p_assessment text, p_tab text, p_topic text) RETURNS text
LANGUAGE plpgsql SECURITY INVOKER SET search_path = pg_catalog, public AS $$
DECLARE
  entered record;
BEGIN
  SELECT * INTO entered FROM enter_assessment(p_token_hash, p_idle, p_slug, p_assessment);
  IF entered.problem IS NULL THEN
    PERFORM put_outbox('presence', jsonb_build_object('assessment', entered.assessment, 'user', entered.person, 'tab', p_tab, 'place', p_topic));
  END IF;
  RETURN entered.problem;
END
$$;

REVOKE ALL ON FUNCTION peek_actor(bytea, interval, text), live_rights(interval, jsonb), enter_assessment(bytea, interval, text, text),
  read_answers(bytea, interval, text, text, jsonb), tell_presence(bytea, interval, text, text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION peek_actor(bytea, interval, text), live_rights(interval, jsonb), enter_assessment(bytea, interval, text, text),
  read_answers(bytea, interval, text, text, jsonb), tell_presence(bytea, interval, text, text, text, text) TO plumbline_app;
