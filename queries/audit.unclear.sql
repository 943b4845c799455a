-- Mentions that fit several documents, that are dated after their text, or that contradict what is settled of the document.
-- CROSS JOIN and the plus signs keep SQLite to this order: first the citing documents, then the mentions of each.
WITH scope AS (
    SELECT m.id, m.citing, m.start, m.state, m.document, m.date, m.symbol, d.date AS settled_date, d.symbol AS settled_symbol,
           coalesce(m.document, m.grp, m.quote) AS named
    FROM document c CROSS JOIN mention m ON m.citing = c.key LEFT JOIN document d ON d.key = m.document
    WHERE c.ingested = 1 AND (:all OR c.key IN (SELECT value FROM json_each(:docs)))
      AND (+m.state IN ('ambiguous', 'anachronistic')
           OR +m.state = 'resolved' AND (m.date <> d.date OR m.symbol <> d.symbol))
), unclear AS (
    SELECT id, citing, start, named, state AS kind, date AS said, NULL AS settled
    FROM scope WHERE state <> 'resolved'
    UNION ALL
    SELECT id, citing, start, named, 'date_conflict', date, settled_date
    FROM scope WHERE state = 'resolved' AND date <> settled_date
    UNION ALL
    SELECT id, citing, start, named, 'symbol_conflict', symbol, settled_symbol
    FROM scope WHERE state = 'resolved' AND symbol <> settled_symbol
), ranked AS (
    SELECT *, row_number() OVER (PARTITION BY citing, kind, named, coalesce(said, '') ORDER BY start, id) AS place
    FROM unclear
)
SELECT u.kind, u.id AS mention, u.citing, c.date, u.start, m.type, coalesce(m.document, m.grp, '') AS cited,
       coalesce(d.symbol, m.symbol) AS symbol, coalesce(d.title, m.name, m.title) AS title, u.said, u.settled, m.candidates
FROM ranked u
JOIN mention m ON m.id = u.id
JOIN document c ON c.key = u.citing
LEFT JOIN document d ON d.key = m.document
WHERE u.place = 1
ORDER BY u.kind, u.citing, u.start, u.id
