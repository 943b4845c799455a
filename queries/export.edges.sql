SELECT subject AS source, object AS target, type, qualifier, statements
FROM edge WHERE closed_at IS NULL
ORDER BY subject, object, type, qualifier
