// How many tasks the texts give that were issued until the day $on, and how many those that were issued later.
MATCH (st:Statement {type: 'ASSIGNS'})
WHERE st.retracted_at IS NULL AND ($doc IS NULL OR st.subject = $doc)
MATCH (d:Document {key: st.subject}) WHERE d.source = st.source
OPTIONAL MATCH (b:Body {key: st.object})
WITH st, b, d
WHERE $unit IS NULL OR st.object = $unit
   OR (' ' + st.task_words + ' ') CONTAINS $phrase OR (' ' + coalesce(b.words, '') + ' ') CONTAINS $phrase
RETURN count(CASE WHEN d.date IS NULL OR d.date <= $on THEN 1 END) AS n, count(CASE WHEN d.date > $on THEN 1 END) AS later
