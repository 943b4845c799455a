// Who stands in the relation $type to the document $focus.
MATCH (f:Document {key: $focus})<-[e]-(d:Document) WHERE type(e) = $type AND e.closed_at IS NULL
RETURN DISTINCT d.key AS key
ORDER BY key
SKIP $offset LIMIT $limit
