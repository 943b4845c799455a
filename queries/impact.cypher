// Who stands in a relation of $types to the document $focus, the closest relation first.
MATCH (f:Document {key: $focus})
UNWIND range(0, size($types) - 1) AS rank
CALL (f, rank) {
    MATCH (f)<-[e]-(d:Document) WHERE type(e) = $types[rank] AND e.closed_at IS NULL
    RETURN DISTINCT d.key AS key
}
RETURN rank, $types[rank] AS type, key
ORDER BY rank, key
SKIP $offset LIMIT $limit
