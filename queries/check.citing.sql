-- Mentions beside which another date is kept than their text has, that differ wrongly or not from what they cite, and those
-- that do not stand, or stand wrongly, for all places where their text cites a document.
WITH ranked AS (
    SELECT id, citing, citing_date, cites,
           CASE WHEN state = 'resolved' AND row_number() OVER (
               PARTITION BY citing, document, state = 'resolved' ORDER BY embedded, start, id
           ) = 1 THEN document END AS first
    FROM mention
)
SELECT 'citing_date' AS fault, m.id AS at, m.citing_date AS kept, coalesce(d.date, '0000-00-00') AS found
FROM mention m JOIN document d ON d.key = m.citing
WHERE m.citing_date <> coalesce(d.date, '0000-00-00')
UNION ALL
SELECT 'differs', m.id, m.differs, d.key FROM mention m LEFT JOIN document d ON d.key = m.document
WHERE coalesce(m.differs, 0) <> (m.state = 'resolved' AND (coalesce(m.date <> d.date, 0) OR coalesce(m.symbol <> d.symbol, 0)))
UNION ALL
SELECT 'cites', id, cites, first FROM ranked WHERE cites IS NOT first
ORDER BY fault, at LIMIT :limit
