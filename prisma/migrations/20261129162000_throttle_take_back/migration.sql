-- Attempts are counted before they are made; one that was right is taken back.

CREATE FUNCTION throttle_take_back(p_key text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE throttles SET failures = failures - 1 WHERE key = p_key AND failures > 0
$$;

REVOKE ALL ON FUNCTION throttle_take_back(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION throttle_take_back(text) TO plumbline_app;
