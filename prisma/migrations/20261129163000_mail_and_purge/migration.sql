-- Mail is handed out by the person: who holds one notice of theirs holds them all, so that what is new meanwhile waits for the next mail.
-- Who has nothing that may be mailed takes nobody's place, and who was tried longest ago comes first.

CREATE OR REPLACE FUNCTION claim_mail(p_people int) RETURNS TABLE (user_id uuid, email text, person text, notice uuid, kind text, place text, by_name text, due date,
  organization text, organization_slug text, assessment text, assessment_slug text, questionnaire text, version text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  -- One caller after the other, until it commits: each sees what the one before it took.
  PERFORM pg_advisory_xact_lock(hashtextextended('plumbline:claim-mail', 1));
  RETURN QUERY
  WITH people AS (
    SELECT u.id, u.email, u.name
      FROM users u CROSS JOIN LATERAL (
        SELECT count(*) AS notices, max(n.mail_until) AS tried FROM notices n
         WHERE n.user_id = u.id AND n.mailed_at IS NULL AND n.read_at IS NULL AND n.created_at > now() - interval '3 days'
           AND is_told_of(n.organization_id, n.assessment_id, n.user_id)) w
     WHERE u.suspended_at IS NULL AND w.notices > 0
       AND CASE u.mail_notices WHEN 'at-once' THEN true WHEN 'daily' THEN COALESCE(u.digest_at, u.created_at) < now() - interval '1 day' ELSE false END
       AND NOT EXISTS (SELECT FROM notices h WHERE h.user_id = u.id AND h.mailed_at IS NULL AND h.mail_until > now())
     ORDER BY w.tried NULLS FIRST, u.id LIMIT p_people),
  claimed AS (
    UPDATE notices n SET mail_until = now() + interval '5 minutes' FROM people p
     WHERE n.user_id = p.id AND n.mailed_at IS NULL AND n.read_at IS NULL
       AND n.created_at > now() - interval '3 days' AND is_told_of(n.organization_id, n.assessment_id, n.user_id)
    RETURNING n.*, p.email, p.name AS person)
  SELECT c.user_id, c.email, c.person, c.id, c.kind, c.place, b.name, c.due, o.name, o.slug, a.name, a.slug, a.questionnaire, a.version
    FROM claimed c
    JOIN organizations o ON o.id = c.organization_id
    JOIN assessments a ON a.organization_id = c.organization_id AND a.id = c.assessment_id
    LEFT JOIN users b ON b.id = c.by_user
   ORDER BY c.user_id, c.created_at, c.id;
END
$$;

-- Removes what nobody can use any more: sessions that ended, and attempts that no longer count (their window is 15 minutes).
CREATE FUNCTION purge_ended() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  DELETE FROM sessions WHERE expires_at < now() - interval '1 day' OR revoked_at < now() - interval '1 day';
  DELETE FROM throttles WHERE window_start < now() - interval '1 day';
$$;

REVOKE ALL ON FUNCTION purge_ended() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION purge_ended() TO plumbline_app;
