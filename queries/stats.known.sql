-- Documents of whose validity something is said, or that detail others, from which something may follow for them.
SELECT d.key FROM document d WHERE d.key IN (SELECT document FROM validity)
UNION
SELECT d.key FROM document d WHERE d.key IN (SELECT e.subject FROM edge e WHERE e.type = 'GUIDES' AND e.closed_at IS NULL)
ORDER BY key
