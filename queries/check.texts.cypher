MATCH (s:Source) WHERE s.retracted_at IS NULL AND s.sha256 > $after
RETURN s.sha256 AS at, s.text AS text
ORDER BY at LIMIT $limit
