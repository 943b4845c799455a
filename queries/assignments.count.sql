-- How many tasks the texts give that were issued until the day :on, and how many those that were issued later.
SELECT count(*) FILTER (WHERE d.date IS NULL OR d.date <= :on) AS n, count(*) FILTER (WHERE d.date > :on) AS later
FROM task t
LEFT JOIN body b ON b.key = t.unit
CROSS JOIN statement st ON st.id = t.statement
CROSS JOIN document d ON d.key = t.subject AND d.source = st.source
WHERE (:doc IS NULL OR t.subject = :doc)
  AND (:unit IS NULL OR t.unit = :unit
       OR instr(' ' || t.words || ' ', :phrase) > 0 OR instr(' ' || coalesce(b.words, '') || ' ', :phrase) > 0)
  AND st.retracted_at IS NULL
