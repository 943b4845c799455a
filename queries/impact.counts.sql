-- How many documents stand in each relation to the document :focus; with a day :on only those that were issued until then.
SELECT t.key AS rank, e.type, count(*) AS n
FROM json_each(:types) t JOIN edge e ON e.object = :focus AND e.type = t.value
WHERE e.closed_at IS NULL AND (:on IS NULL OR NOT EXISTS (SELECT 1 FROM document d WHERE d.key = e.subject AND d.date > :on))
GROUP BY t.key, e.type
ORDER BY rank
