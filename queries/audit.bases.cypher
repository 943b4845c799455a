// What the documents $keys stand on.
MATCH (c:Document)-[e:BASED_ON|GUIDES]->(d:Document)
WHERE c.key IN $keys AND e.closed_at IS NULL
RETURN DISTINCT c.key AS cited, type(e) AS type, d.key AS basis
ORDER BY cited, type DESC, basis
