-- Who stands in the relation :type to the document :focus, in the order of an index; with a day :on only what was issued
-- until then.
SELECT DISTINCT subject AS key
FROM edge
WHERE object = :focus AND type = :type AND closed_at IS NULL
  AND (:on IS NULL OR NOT EXISTS (SELECT 1 FROM document d WHERE d.key = edge.subject AND d.date > :on))
ORDER BY subject
LIMIT :limit OFFSET :offset
