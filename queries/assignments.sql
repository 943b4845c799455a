SELECT d.key, d.symbol, d.title, st.object AS unit, t.assignee, t.text, t.roles, t.deadlines, t.due, t.recurrence, t.part,
       s.document, d.symbol AS document_symbol, s.sha256 AS source, st.start, st.stop, st.quote, st.cue, st.pinpoint, st.extractor,
       st.confidence, max(st.start - :before, 0) AS context_start,
       substr(s.text, max(st.start - :before, 0) + 1, st.stop + :after - max(st.start - :before, 0)) AS context
FROM task t
JOIN statement st ON st.id = t.statement
JOIN document d ON d.key = st.subject
JOIN source s ON s.sha256 = st.source
LEFT JOIN body b ON b.key = st.object
WHERE st.retracted_at IS NULL
  AND (:doc IS NULL OR st.subject = :doc)
  AND (:unit IS NULL OR st.object = :unit
       OR instr(' ' || t.words || ' ', :phrase) > 0 OR instr(' ' || coalesce(b.words, '') || ' ', :phrase) > 0)
ORDER BY t.due IS NULL, t.due, d.key, st.start, st.stop, st.object, st.id
LIMIT :limit OFFSET :offset
