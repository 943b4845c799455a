-- Citations of documents that were issued after the day of the citing text, one for each citing and cited document, its first
-- place. The day of issue is that of the cited text; of a document without text that of :issued (10 characters and its key)
-- or the year in the key of normative law. A document that replaces or repeals another one does not rest on it.
-- CROSS JOIN keeps SQLite to this order: of everything first the cited documents, else the citing ones.
WITH day AS MATERIALIZED (
    SELECT key, date AS first, date AS own FROM document WHERE :all AND ingested = 1 AND date IS NOT NULL
    UNION ALL
    SELECT key, substr(key, 6 + instr(substr(key, 6), ':'), 4) || '-01-01', NULL FROM document
    WHERE :all AND ingested = 0 AND key > 'norm:' AND key < 'norm;'
      AND substr(key, 6 + instr(substr(key, 6), ':'), 5) GLOB '[12][0-9][0-9][0-9]:'
    UNION ALL
    SELECT d.key, substr(i.value, 1, 10), NULL FROM json_each(:issued) i CROSS JOIN document d ON d.key = substr(i.value, 11)
    WHERE :all AND d.ingested = 0
), issued AS MATERIALIZED (
    SELECT substr(value, 11) AS key, substr(value, 1, 10) AS first FROM json_each(:issued) WHERE NOT :all
), early AS (
    SELECT m.id, m.citing, m.citing_date, m.start, m.cites, y.own
    FROM day y CROSS JOIN mention m INDEXED BY mention_cites ON m.cites = y.key AND m.embedded = 0
     AND m.citing_date > '0000-00-00' AND m.citing_date < y.first
    UNION
    SELECT m.id, m.citing, m.citing_date, m.start, m.cites, CASE WHEN d.ingested = 1 THEN d.date END
    FROM json_each(:docs) c CROSS JOIN mention m ON m.citing = c.value CROSS JOIN document d ON d.key = m.cites
    LEFT JOIN issued i ON i.key = d.key
    WHERE NOT :all AND m.embedded = 0 AND m.citing_date > '0000-00-00'
      AND CASE WHEN d.ingested = 1 THEN m.citing_date < d.date
          ELSE m.citing_date < i.first
            OR d.key LIKE 'norm:%' AND substr(d.key, 6 + instr(substr(d.key, 6), ':'), 5) GLOB '[12][0-9][0-9][0-9]:'
               AND m.citing_date < substr(d.key, 6 + instr(substr(d.key, 6), ':'), 4) || '-01-01' END
)
SELECT e.id AS mention, e.citing, e.citing_date AS date, e.start, e.cites AS cited, e.own
FROM early e
WHERE NOT EXISTS (SELECT 1 FROM edge r WHERE r.subject = e.citing AND r.type IN ('REPLACES', 'REPEALS') AND r.object = e.cites
                  AND r.closed_at IS NULL)
ORDER BY e.citing, e.start, e.id
