// Who stands in the relation $type to the document $focus; with a day $on only what was issued until then.
MATCH (f:Document {key: $focus})<-[e]-(d:Document)
WHERE type(e) = $type AND e.closed_at IS NULL AND ($on IS NULL OR coalesce(d.date, '') <= $on)
RETURN DISTINCT d.key AS key
ORDER BY key
SKIP $offset LIMIT $limit
