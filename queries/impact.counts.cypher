// How many documents stand in each relation to the document $focus; with a day $on only those that were issued until then.
// Edges between two documents have no qualifier, so each of a type stands once: they are gone through once, whatever their type.
MATCH (f:Document {key: $focus})<-[e]-(d)
WHERE e.closed_at IS NULL AND ($on IS NULL OR coalesce(d.date, '') <= $on)
WITH type(e) AS type, count(*) AS n
UNWIND range(0, size($types) - 1) AS rank
WITH rank, type, n WHERE $types[rank] = type
RETURN rank, type, n
ORDER BY rank
