MATCH (s:Source {sha256: $sha256}) WHERE s.retracted_at IS NULL
RETURN s.text AS text, s.pages AS pages
