MATCH (f:Document {key: $focus})
CALL (f) {
    MATCH (f)-[e]->(d:Document)
    WHERE type(e) IN $types AND e.closed_at IS NULL AND ($direction IS NULL OR $direction = 'out')
    RETURN 'out' AS direction, type(e) AS type, d
    UNION ALL
    MATCH (f)<-[e]-(d:Document)
    WHERE type(e) IN $types AND e.closed_at IS NULL AND ($direction IS NULL OR $direction = 'in')
    RETURN 'in' AS direction, type(e) AS type, d
}
WITH direction, type, d.key AS key, d.date AS date, head([rank IN range(0, size($types) - 1) WHERE $types[rank] = type]) AS rank
RETURN direction, rank, type, key, date
ORDER BY direction DESC, rank, coalesce(date, '') DESC, key
SKIP $offset LIMIT $limit
