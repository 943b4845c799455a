MATCH (f:Document {key: $focus})
UNWIND range(0, size($types) - 1) AS rank
CALL (f, rank) {
    MATCH (f)-[e]->(d:Document) WHERE type(e) = $types[rank] AND e.closed_at IS NULL
    RETURN 'out' AS direction, count(DISTINCT d) AS n
    UNION ALL
    MATCH (f)<-[e]-(d:Document) WHERE type(e) = $types[rank] AND e.closed_at IS NULL
    RETURN 'in' AS direction, count(DISTINCT d) AS n
}
WITH direction, rank, n WHERE n > 0
RETURN direction, rank, $types[rank] AS type, n
ORDER BY direction DESC, rank
