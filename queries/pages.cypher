MATCH (s:Source {sha256: $source})
RETURN s.pages AS pages
