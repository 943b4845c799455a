MATCH (d:Document {key: $key})
MATCH (s:Source {sha256: d.source})
RETURN s.sha256 AS sha256, s.text AS text
