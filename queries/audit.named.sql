-- Citations that name provisions of the documents :parted, by citing text, cited document and place; bare tells whether the
-- same text cites the document without a provision too. A document that replaces or repeals another one does not rest on it.
-- CROSS JOIN keeps SQLite to this order: of everything first the cited documents, else the citing ones.
WITH named AS (
    SELECT m.id, m.citing, m.citing_date, m.start, m.document, m.pinpoint
    FROM json_each(:parted) p CROSS JOIN mention m INDEXED BY mention_pinpointed ON m.document = p.value
    WHERE :all AND m.pinpoint IS NOT NULL AND m.embedded = 0 AND +m.state = 'resolved'
    UNION ALL
    SELECT m.id, m.citing, m.citing_date, m.start, m.document, m.pinpoint
    FROM json_each(:docs) c CROSS JOIN mention m ON m.citing = c.value
    WHERE NOT :all AND m.document IN (SELECT value FROM json_each(:parted)) AND m.pinpoint IS NOT NULL AND m.embedded = 0
      AND +m.state = 'resolved'
)
SELECT n.id AS mention, n.citing, nullif(n.citing_date, '0000-00-00') AS date, n.start, n.document AS cited, n.pinpoint,
       EXISTS (SELECT 1 FROM mention o WHERE o.citing = n.citing AND +o.document = n.document AND o.pinpoint IS NULL
               AND o.embedded = 0 AND +o.state = 'resolved') AS bare
FROM named n
WHERE NOT EXISTS (SELECT 1 FROM edge e WHERE e.subject = n.citing AND e.type IN ('REPLACES', 'REPEALS') AND e.object = n.document
                  AND e.closed_at IS NULL)
ORDER BY n.citing, n.document, n.start, n.id
