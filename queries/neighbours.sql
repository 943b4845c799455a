SELECT DISTINCT 'out' AS direction, t.key AS rank, e.type AS type, d.key AS key, d.date AS date
FROM json_each(:types) t JOIN edge e ON e.subject = :focus AND e.type = t.value JOIN document d ON d.key = e.object
WHERE e.closed_at IS NULL AND (:direction IS NULL OR :direction = 'out')
UNION ALL
SELECT DISTINCT 'in', t.key, e.type, d.key, d.date
FROM json_each(:types) t JOIN edge e ON e.object = :focus AND e.type = t.value JOIN document d ON d.key = e.subject
WHERE e.closed_at IS NULL AND (:direction IS NULL OR :direction = 'in')
ORDER BY direction DESC, rank, date DESC, key
LIMIT :limit OFFSET :offset
