// Edges between two documents have no qualifier, so each of a type stands once: they are gone through once, whatever their type.
MATCH (f:Document {key: $focus})
CALL (f) {
    MATCH (f)-[e]->() WHERE e.closed_at IS NULL
    RETURN 'out' AS direction, type(e) AS type, count(*) AS n
    UNION ALL
    MATCH (f)<-[e]-() WHERE e.closed_at IS NULL
    RETURN 'in' AS direction, type(e) AS type, count(*) AS n
}
UNWIND range(0, size($types) - 1) AS rank
WITH direction, rank, type, n WHERE $types[rank] = type
RETURN direction, rank, type, n
ORDER BY direction DESC, rank
