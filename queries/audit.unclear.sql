-- Mentions that fit several documents, that are dated after their text, or that contradict what is settled of the document.
-- CROSS JOIN and the plus signs keep SQLite to this order: of everything first the mentions that differ, else the texts.
WITH differing AS (
    SELECT m.id, m.citing, m.start, m.state, m.document, m.date, m.symbol, d.date AS settled_date, d.symbol AS settled_symbol
    FROM mention m INDEXED BY mention_differs CROSS JOIN document d ON d.key = m.document
    WHERE :all AND m.differs = 1
    UNION ALL
    SELECT m.id, m.citing, m.start, m.state, m.document, m.date, m.symbol, d.date, d.symbol
    FROM json_each(:docs) c CROSS JOIN mention m ON m.citing = c.value CROSS JOIN document d ON d.key = m.document
    WHERE NOT :all AND +m.differs = 1
), unclear AS (
    SELECT id, citing, start, coalesce(document, grp, quote) AS named, state AS kind, date AS said, NULL AS settled
    FROM mention WHERE :all AND state IN ('ambiguous', 'anachronistic')
    UNION ALL
    SELECT m.id, m.citing, m.start, coalesce(m.document, m.grp, m.quote), m.state, m.date, NULL
    FROM json_each(:docs) c CROSS JOIN mention m ON m.citing = c.value
    WHERE NOT :all AND +m.state IN ('ambiguous', 'anachronistic')
    UNION ALL
    SELECT id, citing, start, document, 'date_conflict', date, settled_date FROM differing WHERE date <> settled_date
    UNION ALL
    SELECT id, citing, start, document, 'symbol_conflict', symbol, settled_symbol FROM differing WHERE symbol <> settled_symbol
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
