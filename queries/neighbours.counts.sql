SELECT 'out' AS direction, t.key AS rank, e.type, count(DISTINCT e.object) AS n
FROM json_each(:types) t JOIN edge e ON e.subject = :focus AND e.type = t.value
WHERE e.closed_at IS NULL
GROUP BY t.key, e.type
UNION ALL
SELECT 'in', t.key, e.type, count(DISTINCT e.subject)
FROM json_each(:types) t JOIN edge e ON e.object = :focus AND e.type = t.value
WHERE e.closed_at IS NULL
GROUP BY t.key, e.type
ORDER BY direction DESC, rank
