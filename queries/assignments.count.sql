SELECT count(*) AS n
FROM task t
JOIN statement st ON st.id = t.statement
LEFT JOIN body b ON b.key = st.object
WHERE st.retracted_at IS NULL
  AND (:doc IS NULL OR st.subject = :doc)
  AND (:unit IS NULL OR st.object = :unit
       OR instr(' ' || t.words || ' ', :phrase) > 0 OR instr(' ' || coalesce(b.words, '') || ' ', :phrase) > 0)
