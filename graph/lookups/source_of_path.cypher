MATCH (s:Source {path: $path}) WHERE s.retracted_at IS NULL
RETURN s.sha256 AS sha256 ORDER BY sha256
