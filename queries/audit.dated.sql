-- Citations of documents about which :verdicts tells something, by citing text and place, from :offset on; one for each citing
-- and cited document, its first place. A verdict is the first and the day after the last date of citing texts that it holds
-- for (10 characters each; a text without date has 0000-00-00), its number (4), and the key of the cited document.
-- A document that replaces or repeals another one does not rest on it. Of everything only the first :texts texts are looked at.
-- CROSS JOIN and the plus sign keep SQLite to this order: of everything first the cited documents, else the citing ones.
WITH verdict AS MATERIALIZED (
    SELECT substr(value, 1, 10) AS since, substr(value, 11, 10) AS until, CAST(substr(value, 21, 4) AS INTEGER) AS number,
           CAST(substr(value, 25) AS TEXT) AS cited
    FROM json_each(:verdicts)
), replaced AS MATERIALIZED (
    SELECT e.subject, e.object FROM edge e WHERE e.type IN ('REPLACES', 'REPEALS') AND e.closed_at IS NULL
), judged AS (
    SELECT v.number, m.id, m.citing, d.date, m.start, v.cited
    FROM verdict v CROSS JOIN mention m INDEXED BY mention_by_document ON m.document = v.cited
    CROSS JOIN document d INDEXED BY document_ingested ON d.key = m.citing AND d.ingested = 1
    WHERE :all AND m.state = 'resolved' AND m.embedded = 0
      AND m.citing < coalesce((SELECT key FROM document WHERE ingested = 1 ORDER BY key LIMIT 1 OFFSET :texts), char(1114111))
      AND coalesce(d.date, '0000-00-00') >= v.since AND coalesce(d.date, '0000-00-00') < v.until
    UNION ALL
    SELECT v.number, m.id, m.citing, d.date, m.start, v.cited
    FROM json_each(:docs) c CROSS JOIN document d INDEXED BY document_ingested ON d.key = c.value AND d.ingested = 1
    CROSS JOIN mention m ON m.citing = d.key CROSS JOIN verdict v ON v.cited = m.document
    WHERE NOT :all AND +m.state = 'resolved' AND m.embedded = 0
      AND coalesce(d.date, '0000-00-00') >= v.since AND coalesce(d.date, '0000-00-00') < v.until
)
SELECT j.number, j.id AS mention, j.citing, j.date, j.start, j.cited
FROM judged j
WHERE (j.citing, j.cited) NOT IN (SELECT subject, object FROM replaced)
  AND NOT EXISTS (SELECT 1 FROM mention e INDEXED BY mention_by_document
                  WHERE e.document = j.cited AND e.citing = j.citing AND (e.start, e.id) < (j.start, j.id)
                    AND e.state = 'resolved' AND e.embedded = 0)
ORDER BY j.citing, j.start, j.id
LIMIT :limit OFFSET :offset
