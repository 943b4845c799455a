-- Citations of documents that are not known or of whose validity nothing is known, one for each: its first place.
-- The first :limit of them.
-- CROSS JOIN and the plus signs keep SQLite to this order: first the citing documents, then the mentions of each.
WITH unknown AS (
    SELECT m.id, row_number() OVER (
               PARTITION BY m.citing, coalesce(m.document, m.grp, m.quote) ORDER BY m.start, m.id
           ) AS place
    FROM document c CROSS JOIN mention m ON m.citing = c.key
    WHERE c.ingested = 1 AND (:all OR c.key IN (SELECT value FROM json_each(:docs)))
      AND (+m.state IN ('unresolved', 'malformed')
           OR +m.state = 'resolved' AND NOT EXISTS (SELECT 1 FROM validity v WHERE v.document = m.document))
)
SELECT m.id AS mention, m.citing, c.date, m.start, m.type, coalesce(m.document, m.grp, '') AS cited,
       coalesce(d.symbol, m.symbol) AS symbol, coalesce(d.title, m.name, m.title) AS title, NULL AS said, NULL AS settled
FROM unknown u
JOIN mention m ON m.id = u.id
JOIN document c ON c.key = m.citing
LEFT JOIN document d ON d.key = m.document
WHERE u.place = 1
ORDER BY m.citing, m.start, m.id
LIMIT :limit
