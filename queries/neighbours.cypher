MATCH (f:Document {key: $focus})
UNWIND range(0, size($types) - 1) AS rank
CALL (f, rank) {
    MATCH (f)-[e]->(d:Document)
    WHERE type(e) = $types[rank] AND e.closed_at IS NULL AND ($direction IS NULL OR $direction = 'out')
    RETURN DISTINCT 'out' AS direction, d
    UNION ALL
    MATCH (f)<-[e]-(d:Document)
    WHERE type(e) = $types[rank] AND e.closed_at IS NULL AND ($direction IS NULL OR $direction = 'in')
    RETURN DISTINCT 'in' AS direction, d
}
RETURN direction, rank, $types[rank] AS type, d.key AS key, d.date AS date
ORDER BY direction DESC, rank, coalesce(date, '') DESC, key
SKIP $offset LIMIT $limit
