-- Citations of documents with a known day of effect or end, one for each citing and cited document: its first place.
-- A document that replaces or repeals another one does not rest on it.
-- CROSS JOIN and the plus sign keep SQLite to this order: first the citing documents, then the mentions of each.
WITH cited AS (
    SELECT m.id, m.citing, m.document, m.start,
           row_number() OVER (PARTITION BY m.citing, m.document ORDER BY m.start, m.id) AS place
    FROM document c CROSS JOIN mention m ON m.citing = c.key
    WHERE c.ingested = 1 AND (:all OR c.key IN (SELECT value FROM json_each(:docs)))
      AND +m.state = 'resolved' AND m.embedded = 0
      AND EXISTS (SELECT 1 FROM validity v
                  WHERE v.document = m.document AND (v.ended IS NOT NULL OR v.in_force_from IS NOT NULL))
      AND NOT EXISTS (SELECT 1 FROM edge e
                      WHERE e.subject = m.citing AND e.type IN ('REPLACES', 'REPEALS') AND e.object = m.document
                        AND e.closed_at IS NULL)
)
SELECT x.id AS mention, x.citing, c.symbol AS citing_symbol, c.title AS citing_title, c.date, x.start, d.type,
       x.document AS cited, d.symbol AS cited_symbol, d.title AS cited_title, NULL AS said, NULL AS settled
FROM cited x JOIN document c ON c.key = x.citing JOIN document d ON d.key = x.document
WHERE x.place = 1
ORDER BY x.citing, x.start, x.id
