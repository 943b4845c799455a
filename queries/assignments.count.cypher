MATCH (st:Statement {type: 'ASSIGNS'})
WHERE st.retracted_at IS NULL AND ($doc IS NULL OR st.subject = $doc)
OPTIONAL MATCH (b:Body {key: st.object})
WITH st, b
WHERE $unit IS NULL OR st.object = $unit
   OR (' ' + st.task_words + ' ') CONTAINS $phrase OR (' ' + coalesce(b.words, '') + ' ') CONTAINS $phrase
RETURN count(st) AS n
