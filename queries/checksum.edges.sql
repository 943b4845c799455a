-- All edges of the next :limit subjects.
SELECT subject AS at, type, object, qualifier, statements
FROM edge
WHERE closed_at IS NULL
  AND subject IN (SELECT DISTINCT subject FROM edge WHERE closed_at IS NULL AND subject > :after ORDER BY subject LIMIT :limit)
ORDER BY subject, type, object, qualifier
