SELECT count(*) AS n
FROM task t
LEFT JOIN body b ON b.key = t.unit
CROSS JOIN statement st ON st.id = t.statement
WHERE (:doc IS NULL OR t.subject = :doc)
  AND (:unit IS NULL OR t.unit = :unit
       OR instr(' ' || t.words || ' ', :phrase) > 0 OR instr(' ' || coalesce(b.words, '') || ' ', :phrase) > 0)
  AND st.retracted_at IS NULL
  AND st.source = (SELECT d.source FROM document d WHERE d.key = t.subject)
