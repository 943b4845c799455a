-- Mentions that fit several documents, that are dated after their text, or that contradict what is settled of the document.
WITH scope AS (
    SELECT m.*, d.symbol AS settled_symbol, d.title AS settled_title, d.date AS settled_date
    FROM mention m LEFT JOIN document d ON d.key = m.document
    WHERE :all OR m.citing IN (SELECT value FROM json_each(:docs))
), unclear AS (
    SELECT state AS kind, date AS said, NULL AS settled, * FROM scope WHERE state IN ('ambiguous', 'anachronistic')
    UNION ALL
    SELECT 'date_conflict', date, settled_date, * FROM scope WHERE state = 'resolved' AND date <> settled_date
    UNION ALL
    SELECT 'symbol_conflict', symbol, settled_symbol, * FROM scope WHERE state = 'resolved' AND symbol <> settled_symbol
), ranked AS (
    SELECT *, row_number() OVER (
        PARTITION BY citing, kind, coalesce(document, grp, quote), coalesce(said, '') ORDER BY start, id
    ) AS place
    FROM unclear
)
SELECT u.kind, u.id AS mention, u.citing, c.symbol AS citing_symbol, c.title AS citing_title, c.date, u.start, u.type,
       coalesce(u.document, u.grp, '') AS cited, coalesce(u.settled_symbol, u.symbol) AS cited_symbol,
       coalesce(u.settled_title, u.name, u.title) AS cited_title, u.said, u.settled
FROM ranked u JOIN document c ON c.key = u.citing
WHERE u.place = 1
ORDER BY u.kind, u.citing, u.start, u.id
