-- Who stands in a relation of :types to the document :focus, the closest relation first.
SELECT DISTINCT t.key AS rank, e.type, e.subject AS key
FROM json_each(:types) t JOIN edge e ON e.object = :focus AND e.type = t.value
WHERE e.closed_at IS NULL
ORDER BY rank, key
LIMIT :limit OFFSET :offset
