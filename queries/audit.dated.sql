-- Citations of documents about which :verdicts tells something, by citing text and place, from :offset on; one for each citing
-- and cited document, its first place. A verdict is the first and the day after the last date of citing texts that it holds
-- for (10 characters each; a text without date has 0000-00-00), its number (4), and the key of the cited document.
-- A document that replaces or repeals another one does not rest on it. Of everything only the first :texts texts are looked at.
-- Where :sparing, those that :spared names are left out: the number (4), the keys of citing and cited document, char 31 between.
-- CROSS JOIN keeps SQLite to this order: of everything first the cited documents, else the citing ones.
WITH verdict AS MATERIALIZED (
    SELECT substr(value, 1, 10) AS since, substr(value, 11, 10) AS until, CAST(substr(value, 21, 4) AS INTEGER) AS number,
           CAST(substr(value, 25) AS TEXT) AS cited
    FROM json_each(:verdicts)
), replaced AS MATERIALIZED (
    SELECT e.subject, e.object FROM edge e WHERE e.type IN ('REPLACES', 'REPEALS') AND e.closed_at IS NULL
), judged AS (
    SELECT v.number, m.id, m.citing, m.citing_date, m.start, m.cites
    FROM verdict v CROSS JOIN mention m INDEXED BY mention_cites ON m.cites = v.cited AND m.embedded = 0
     AND m.citing_date >= v.since AND m.citing_date < v.until
    WHERE :all
      AND m.citing < coalesce((SELECT key FROM document WHERE ingested = 1 ORDER BY key LIMIT 1 OFFSET :texts), char(1114111))
    UNION ALL
    SELECT v.number, m.id, m.citing, m.citing_date, m.start, m.cites
    FROM json_each(:docs) c CROSS JOIN mention m ON m.citing = c.value
    CROSS JOIN verdict v ON v.cited = m.cites AND m.citing_date >= v.since AND m.citing_date < v.until
    WHERE NOT :all AND m.embedded = 0
)
SELECT j.number, j.id AS mention, j.citing, nullif(j.citing_date, '0000-00-00') AS date, j.start, j.cites AS cited
FROM judged j
WHERE (j.citing, j.cites) NOT IN (SELECT subject, object FROM replaced)
  AND (NOT :sparing OR printf('%04d', j.number) || j.citing || char(31) || j.cites NOT IN (SELECT value FROM json_each(:spared)))
ORDER BY j.citing, j.start, j.id
LIMIT :limit OFFSET :offset
