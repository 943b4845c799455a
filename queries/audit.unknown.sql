-- Citations of documents that are not known or of whose validity nothing is known, one for each: its first place.
WITH unknown AS (
    SELECT m.*, row_number() OVER (PARTITION BY m.citing, coalesce(m.document, m.grp, m.quote) ORDER BY m.start, m.id) AS place
    FROM mention m
    WHERE (:all OR m.citing IN (SELECT value FROM json_each(:docs)))
      AND (m.state IN ('unresolved', 'malformed')
           OR m.state = 'resolved' AND NOT EXISTS (SELECT 1 FROM validity v WHERE v.document = m.document))
)
SELECT u.id AS mention, u.citing, c.symbol AS citing_symbol, c.title AS citing_title, c.date, u.start, u.type,
       coalesce(u.document, u.grp, '') AS cited, coalesce(d.symbol, u.symbol) AS cited_symbol,
       coalesce(d.title, u.name, u.title) AS cited_title, NULL AS said, NULL AS settled
FROM unknown u JOIN document c ON c.key = u.citing LEFT JOIN document d ON d.key = u.document
WHERE u.place = 1
ORDER BY u.citing, u.start, u.id
