// Up to three levels, the next where all of the last is there. A document of one level may come again in the next; the limits leave room
// for these.
MATCH (s:Document)
WHERE s.key IN $frontier
WITH collect(s) AS start
CALL (start) {
    UNWIND start AS s
    MATCH (s)-[e]->(d:Document)
    WHERE type(e) IN $types AND e.closed_at IS NULL AND NOT d.key IN $found
    WITH DISTINCT d
    ORDER BY coalesce(d.date, '') DESC, d.key
    LIMIT $limit
    RETURN collect(d) AS first
}
CALL (first) {
    UNWIND CASE WHEN $levels > 1 AND size(first) < $limit THEN first ELSE [] END AS s
    MATCH (s)-[e]->(d:Document)
    WHERE type(e) IN $types AND e.closed_at IS NULL AND NOT d.key IN $found
    WITH DISTINCT d
    ORDER BY coalesce(d.date, '') DESC, d.key
    LIMIT 2 * $limit
    RETURN collect(d) AS second
}
CALL (second) {
    UNWIND CASE WHEN $levels > 2 AND size(second) < 2 * $limit THEN second ELSE [] END AS s
    MATCH (s)-[e]->(d:Document)
    WHERE type(e) IN $types AND e.closed_at IS NULL AND NOT d.key IN $found
    WITH DISTINCT d
    ORDER BY coalesce(d.date, '') DESC, d.key
    LIMIT 2 * $limit
    RETURN collect(d) AS third
}
UNWIND [[1, first], [2, second], [3, third]] AS level
UNWIND level[1] AS d
RETURN level[0] AS depth, d.key AS key, d.date AS date
ORDER BY depth, coalesce(date, '') DESC, key
