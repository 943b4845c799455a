// Tasks of the unit $unit (or with $phrase in its name) in texts that were issued until the day $on, by deadline.
MATCH (st:Statement {type: 'ASSIGNS'})
WHERE st.retracted_at IS NULL AND ($doc IS NULL OR st.subject = $doc)
MATCH (d:Document {key: st.subject}) USING INDEX d:Document(key)
WHERE d.source = st.source AND (d.date IS NULL OR d.date <= $on)
OPTIONAL MATCH (b:Body {key: st.object})
WITH st, b, d
WHERE $unit IS NULL OR st.object = $unit
   OR (' ' + st.task_words + ' ') CONTAINS $phrase OR (' ' + coalesce(b.words, '') + ' ') CONTAINS $phrase
MATCH (s:Source {sha256: st.source})
WITH st, d, s ORDER BY st.task_due IS NULL, st.task_due, d.key, st.start, st.stop, st.object, st.id
SKIP $offset LIMIT $limit
RETURN d.key AS key, d.symbol AS symbol, d.title AS title, st.object AS unit, st.task_assignee AS assignee, st.task_text AS text,
       st.task_roles AS roles, st.task_deadlines AS deadlines, st.task_due AS due, st.task_recurrence AS recurrence,
       st.task_part AS part, st.task_event_deadlines AS event_deadlines, st.task_reports AS reports, s.document AS document, d.symbol AS document_symbol, s.sha256 AS source, st.start AS start,
       st.stop AS stop, st.quote AS quote, st.cue AS cue, st.pinpoint AS pinpoint, st.extractor AS extractor,
       st.confidence AS confidence
ORDER BY st.task_due IS NULL, due, key, start, stop, unit, st.id
