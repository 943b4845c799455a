-- Citations of documents of which a day is known, or that stand on others (keys that begin as :standing tells) from
-- which something may follow for them:
-- one for each citing and cited document, its first place.
-- A document that replaces or repeals another one does not rest on it.
-- CROSS JOIN and the plus sign keep SQLite to this order: first the citing documents, then the mentions of each.
-- For everything the few documents that tell something are found first; for one document each that it cites is asked.
WITH standing (first, last) AS (
    SELECT value, rtrim(value, char(58)) || ';' FROM json_each(:standing)
), telling AS (
    SELECT document FROM validity WHERE ended IS NOT NULL OR in_force_from IS NOT NULL OR changed IS NOT NULL
    UNION
    SELECT e.subject FROM standing s CROSS JOIN edge e ON e.subject > s.first AND e.subject < s.last
    WHERE e.type IN ('GUIDES', 'BASED_ON') AND e.closed_at IS NULL
), cited AS (
    SELECT m.id, m.citing, c.date, m.start, m.document,
           row_number() OVER (PARTITION BY m.citing, m.document ORDER BY m.start, m.id) AS place
    FROM document c CROSS JOIN mention m ON m.citing = c.key
    WHERE c.ingested = 1 AND (:all OR c.key IN (SELECT value FROM json_each(:docs)))
      AND +m.state = 'resolved' AND m.embedded = 0
      AND CASE WHEN :all THEN m.document IN (SELECT document FROM telling)
               ELSE EXISTS (SELECT 1 FROM validity v WHERE v.document = m.document
                            AND (v.ended IS NOT NULL OR v.in_force_from IS NOT NULL OR v.changed IS NOT NULL))
                    OR EXISTS (SELECT 1 FROM standing s CROSS JOIN edge b ON b.subject = m.document
                               WHERE b.subject > s.first AND b.subject < s.last
                                 AND b.type IN ('GUIDES', 'BASED_ON') AND b.closed_at IS NULL)
          END
      AND NOT EXISTS (SELECT 1 FROM edge e
                      WHERE e.subject = m.citing AND e.type IN ('REPLACES', 'REPEALS') AND e.object = m.document
                        AND e.closed_at IS NULL)
)
SELECT id AS mention, citing, date, start, document AS cited
FROM cited
WHERE place = 1
ORDER BY citing, start, id
