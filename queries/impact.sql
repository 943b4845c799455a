-- Who stands in the relation :type to the document :focus, in the order of an index.
SELECT DISTINCT subject AS key
FROM edge
WHERE object = :focus AND type = :type AND closed_at IS NULL
ORDER BY subject
LIMIT :limit OFFSET :offset
