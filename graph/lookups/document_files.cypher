MATCH (s:Source {document: $key}) WHERE s.retracted_at IS NULL
RETURN s.sha256 AS sha256, s.path AS path, s.format AS format, s.size AS size, s.text AS text ORDER BY sha256
