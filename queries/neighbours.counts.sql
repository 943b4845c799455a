-- Edges between two documents have no qualifier, so each of a type stands once.
SELECT 'out' AS direction, t.key AS rank, e.type, count(*) AS n
FROM json_each(:types) t JOIN edge e ON e.subject = :focus AND e.type = t.value
WHERE e.closed_at IS NULL
GROUP BY t.key, e.type
UNION ALL
SELECT 'in', t.key, e.type, count(*)
FROM json_each(:types) t JOIN edge e ON e.object = :focus AND e.type = t.value
WHERE e.closed_at IS NULL
GROUP BY t.key, e.type
ORDER BY direction DESC, rank
