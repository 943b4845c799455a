// What the documents $keys detail or guide.
MATCH (c:Document)-[e:GUIDES]->(p:Document)
WHERE c.key IN $keys AND e.closed_at IS NULL
RETURN DISTINCT c.key AS child, c.date AS issued, p.key AS parent, p.symbol AS symbol, p.title AS title
ORDER BY child, parent
