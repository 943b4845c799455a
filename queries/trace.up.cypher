MATCH (s:Document)-[e]->(d:Document)
WHERE s.key IN $frontier AND type(e) IN $types AND e.closed_at IS NULL AND NOT d.key IN $found
WITH DISTINCT d
RETURN d.key AS key, d.date AS date
ORDER BY coalesce(date, '') DESC, key
LIMIT $limit
