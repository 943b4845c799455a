// How many documents stand in each relation to the document $focus; with a day $on only those that were issued until then.
MATCH (f:Document {key: $focus})
UNWIND range(0, size($types) - 1) AS rank
CALL (f, rank) {
    MATCH (f)<-[e]-(d:Document)
    WHERE type(e) = $types[rank] AND e.closed_at IS NULL AND ($on IS NULL OR coalesce(d.date, '') <= $on)
    RETURN count(DISTINCT d) AS n
}
WITH rank, n WHERE n > 0
RETURN rank, $types[rank] AS type, n
ORDER BY rank
