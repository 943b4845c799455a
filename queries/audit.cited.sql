-- The documents that texts of the scope cite and of which a day is known, or that stand on others (keys that begin as
-- :standing tells) from which something may follow for them. Embedded mentions are those in the titles of other documents.
WITH standing (first, last) AS (
    SELECT value, rtrim(value, char(58)) || ';' FROM json_each(:standing)
), telling AS (
    SELECT document FROM validity WHERE ended IS NOT NULL OR in_force_from IS NOT NULL OR changed IS NOT NULL
    UNION
    SELECT e.subject FROM standing s CROSS JOIN edge e ON e.subject > s.first AND e.subject < s.last
    WHERE e.type IN ('GUIDES', 'BASED_ON') AND e.closed_at IS NULL
)
SELECT t.document AS cited
FROM telling t
WHERE :all AND EXISTS (SELECT 1 FROM mention m WHERE m.cites = t.document AND m.embedded = 0)
UNION
SELECT m.cites
FROM json_each(:docs) c CROSS JOIN mention m ON m.citing = c.value
WHERE NOT :all AND m.cites IS NOT NULL AND m.embedded = 0
  AND (EXISTS (SELECT 1 FROM validity v WHERE v.document = m.cites
               AND (v.ended IS NOT NULL OR v.in_force_from IS NOT NULL OR v.changed IS NOT NULL))
       OR EXISTS (SELECT 1 FROM standing s CROSS JOIN edge b ON b.subject = m.cites
                  WHERE b.subject > s.first AND b.subject < s.last
                    AND b.type IN ('GUIDES', 'BASED_ON') AND b.closed_at IS NULL))
ORDER BY cited
