// Edges between two documents have no qualifier, so each of a type stands once. The rank is told of a group, not of each of the
// thousands that may cite a law.
MATCH (f:Document {key: $focus})
CALL (f) {
    MATCH (f)-[e]->(d:Document)
    WHERE type(e) IN $types AND e.closed_at IS NULL AND ($direction IS NULL OR $direction = 'out')
    RETURN 'out' AS direction, type(e) AS type, collect(d) AS documents
    UNION ALL
    MATCH (f)<-[e]-(d:Document)
    WHERE type(e) IN $types AND e.closed_at IS NULL AND ($direction IS NULL OR $direction = 'in')
    RETURN 'in' AS direction, type(e) AS type, collect(d) AS documents
}
WITH direction, type, documents, head([rank IN range(0, size($types) - 1) WHERE $types[rank] = type]) AS rank
UNWIND documents AS d
RETURN direction, rank, type, d.key AS key, d.date AS date
ORDER BY direction DESC, rank, coalesce(date, '') DESC, key
SKIP $offset LIMIT $limit
