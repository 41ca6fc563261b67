-- Of the organizations that a person is a live member of, the first whose name has all of some words. Who works for thousands is sent no list of them.

-- Without case and accents, as lib/core/walk/search.ts compares; case of Latin letters alone where the database's locale knows no other.
CREATE FUNCTION folded(p_text text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  SELECT lower(regexp_replace(normalize(p_text, NFD), U&'[\0300-\036F]', '', 'g'))
$$;

CREATE FUNCTION find_organizations(p_user uuid, p_words text[], p_limit int)
RETURNS TABLE (id uuid, slug text, name text, sample boolean, role text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT o.id, o.slug, o.name, o.sample, m.role
    FROM memberships m JOIN organizations o ON o.id = m.organization_id
   WHERE m.user_id = p_user AND (m.expires_at IS NULL OR m.expires_at > now())
     AND NOT EXISTS (SELECT FROM unnest(p_words) w WHERE position(folded(w) IN folded(o.name)) = 0)
   ORDER BY o.sample, o.name
   LIMIT p_limit
$$;

REVOKE ALL ON FUNCTION folded(text), find_organizations(uuid, text[], int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION folded(text), find_organizations(uuid, text[], int) TO plumbline_app;
