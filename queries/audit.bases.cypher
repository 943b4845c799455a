// What the documents $keys stand on.
MATCH (c:Document)-[e:BASED_ON|GUIDES]->(d:Document)
WHERE c.key IN $keys AND e.closed_at IS NULL
RETURN DISTINCT c.key AS cited, type(e) AS type, d.key AS basis, d.symbol AS symbol, d.type AS basis_type, d.title AS title
ORDER BY cited, type DESC, basis
