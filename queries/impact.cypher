// Who stands in the relation $type to the document $focus; with a day $on only what was issued until then. An edge is live when
// a statement of it is. The order names the columns of the index, which gives it, so that no more is read than the page holds.
MATCH (st:Statement) USING INDEX st:Statement(object, type, subject)
WHERE st.object = $focus AND st.type = $type AND st.subject >= '' AND st.retracted_at IS NULL
  AND ($on IS NULL OR NOT EXISTS { MATCH (d:Document {key: st.subject}) WHERE d.date > $on })
WITH DISTINCT st.object AS object, st.type AS type, st.subject AS key
ORDER BY object, type, key
SKIP $offset LIMIT $limit
RETURN key
