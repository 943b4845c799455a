-- Tasks of the unit :unit (or with :phrase in its name) in texts that were issued until the day :on, by deadline.
WITH chosen AS (
    SELECT t.statement, t.due, t.subject, t.unit, st.start, st.stop
    FROM task t
    LEFT JOIN body b ON b.key = t.unit
    CROSS JOIN statement st ON st.id = t.statement
    WHERE (:doc IS NULL OR t.subject = :doc)
      AND (:unit IS NULL OR t.unit = :unit
           OR instr(' ' || t.words || ' ', :phrase) > 0 OR instr(' ' || coalesce(b.words, '') || ' ', :phrase) > 0)
      AND st.retracted_at IS NULL
      AND st.source = (SELECT d.source FROM document d WHERE d.key = t.subject AND (d.date IS NULL OR d.date <= :on))
    ORDER BY t.due IS NULL, t.due, t.subject, st.start, st.stop, t.unit, t.statement
    LIMIT :limit OFFSET :offset
)
SELECT d.key, d.symbol, d.title, c.unit, t.assignee, t.text, t.roles, t.deadlines, t.due, t.recurrence, t.part,
       t.event_deadlines, t.reports,
       s.document, d.symbol AS document_symbol, s.sha256 AS source, c.start, c.stop, st.quote, st.cue, st.pinpoint,
       st.extractor, st.confidence
FROM chosen c
JOIN task t ON t.statement = c.statement
JOIN statement st ON st.id = c.statement
JOIN document d ON d.key = c.subject
JOIN source s ON s.sha256 = st.source
ORDER BY c.due IS NULL, c.due, c.subject, c.start, c.stop, c.unit, c.statement
