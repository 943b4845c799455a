MATCH (s:Source {sha256: $source}) WHERE s.retracted_at IS NULL
RETURN s.path AS path, s.format AS format
