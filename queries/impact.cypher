// Who stands in the relation $type to the document $focus, in the order of an index; with a day $on only what was issued until
// then. An edge is live when a statement of it is.
MATCH (st:Statement) USING INDEX st:Statement(object, type, subject)
WHERE st.object = $focus AND st.type = $type AND st.subject >= '' AND st.retracted_at IS NULL
  AND ($on IS NULL OR NOT EXISTS { MATCH (d:Document {key: st.subject}) WHERE d.date > $on })
RETURN DISTINCT st.subject AS key
ORDER BY key
SKIP $offset LIMIT $limit
