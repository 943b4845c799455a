-- Citations of documents for which :verdicts tells what is to be said of them: how many of each number, then those of the
-- numbers :wanted, in the order of their hundreds, from :offset on; one for each citing and cited document, its first place.
-- A verdict is the first and the day after the last date of citing texts that it holds for (10 characters each; a text
-- without date has 0000-00-00), its number (4), and the key of the cited document.
-- A document that replaces or repeals another one does not rest on it.
-- CROSS JOIN and the plus sign keep SQLite to this order: of everything first the cited documents, else the citing ones.
WITH verdict AS MATERIALIZED (
    SELECT substr(value, 1, 10) AS since, substr(value, 11, 10) AS until, CAST(substr(value, 21, 4) AS INTEGER) AS number,
           CAST(substr(value, 25) AS TEXT) AS cited
    FROM json_each(:verdicts)
), subject AS MATERIALIZED (
    SELECT DISTINCT cited FROM verdict
), replaced AS MATERIALIZED (
    SELECT e.subject, e.object FROM edge e WHERE e.type IN ('REPLACES', 'REPEALS') AND e.closed_at IS NULL
), pair AS (
    SELECT m.citing, m.document AS cited, min(m.start) AS start, m.id
    FROM mention m INDEXED BY mention_by_document
    WHERE :all AND m.document IN (SELECT cited FROM subject) AND m.state = 'resolved' AND m.embedded = 0
    GROUP BY m.document, m.citing
    UNION ALL
    SELECT m.citing, m.document, min(m.start), m.id
    FROM json_each(:docs) c CROSS JOIN mention m ON m.citing = c.value
    WHERE NOT :all AND +m.state = 'resolved' AND m.embedded = 0 AND m.document IN (SELECT cited FROM subject)
    GROUP BY m.citing, m.document
), judged AS MATERIALIZED (
    SELECT v.number, p.id, p.citing, c.date, p.start, p.cited
    FROM pair p CROSS JOIN document c INDEXED BY document_ingested ON c.key = p.citing AND c.ingested = 1
    CROSS JOIN verdict v ON v.cited = p.cited AND coalesce(c.date, '0000-00-00') >= v.since
                        AND coalesce(c.date, '0000-00-00') < v.until
    WHERE (p.citing, p.cited) NOT IN (SELECT subject, object FROM replaced)
)
SELECT number, count(*) AS n, NULL AS mention, NULL AS citing, NULL AS date, NULL AS start, NULL AS cited
FROM judged
GROUP BY number
UNION ALL
SELECT * FROM (
    SELECT number, NULL, id, citing, date, start, cited
    FROM judged
    WHERE number IN (SELECT CAST(value AS INTEGER) FROM json_each(:wanted))
    ORDER BY number / 100, citing, start, id
    LIMIT :limit OFFSET :offset
)
