-- Citations of documents that are not known or of whose validity nothing is known, one for each: its first place; the first
-- :limit of them. Left out is what :derived, in the form of the verdicts of audit.dated, says of documents.
-- CROSS JOIN and the plus signs keep SQLite to this order: first the citing documents, then the mentions of each.
WITH derived AS MATERIALIZED (
    SELECT substr(value, 1, 10) AS since, substr(value, 11, 10) AS until, substr(value, 25) AS cited
    FROM json_each(:derived)
), text AS (
    SELECT key, date FROM document WHERE :all AND ingested = 1
    UNION ALL
    SELECT c.value, d.date FROM json_each(:docs) c CROSS JOIN document d ON d.key = c.value WHERE NOT :all
    ORDER BY 1
)
SELECT m.id AS mention, m.citing, c.date, m.start, m.type, coalesce(m.document, m.grp, '') AS cited,
       coalesce(d.symbol, m.symbol) AS symbol, coalesce(d.title, m.name, m.title) AS title, NULL AS said, NULL AS settled
FROM text c CROSS JOIN mention m ON m.citing = c.key LEFT JOIN document d ON d.key = m.document
WHERE (+m.state IN ('unresolved', 'malformed')
       OR +m.state = 'resolved' AND NOT EXISTS (SELECT 1 FROM validity v WHERE v.document = m.document))
  AND NOT EXISTS (SELECT 1 FROM mention e
                  WHERE e.citing = m.citing AND (e.start, e.id) < (m.start, m.id)
                    AND coalesce(e.document, e.grp, e.quote) = coalesce(m.document, m.grp, m.quote)
                    AND (+e.state IN ('unresolved', 'malformed')
                         OR +e.state = 'resolved' AND NOT EXISTS (SELECT 1 FROM validity v WHERE v.document = e.document)))
  AND NOT EXISTS (SELECT 1 FROM derived v WHERE v.cited = m.document AND coalesce(c.date, '0000-00-00') >= v.since
                                            AND coalesce(c.date, '0000-00-00') < v.until)
ORDER BY m.citing, m.start, m.id
LIMIT :limit
