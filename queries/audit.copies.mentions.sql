-- What some files of the documents :doubled cite and others do not: the first place, and the files that cite it.
WITH said AS (
    SELECT m.citing, m.id, m.source, m.start,
           CASE WHEN m.state = 'resolved' THEN m.document ELSE coalesce(m.grp, m.symbol, m.quote) END AS named
    FROM json_each(:doubled) x CROSS JOIN mention m ON m.citing = x.value
    WHERE +m.state <> 'self' AND m.embedded = 0
), ranked AS (
    SELECT s.*, row_number() OVER (PARTITION BY citing, named ORDER BY start, id) AS place FROM said s
), files AS (
    SELECT DISTINCT citing, named, source FROM said
), counted AS (
    SELECT citing, named, group_concat(source) AS sources, count(*) AS n FROM files GROUP BY citing, named
)
SELECT r.citing, r.id AS mention, r.source, r.start, m.type, coalesce(m.document, m.grp, '') AS cited,
       coalesce(d.symbol, m.symbol) AS symbol, coalesce(d.title, m.name, m.title) AS title, c.sources
FROM counted c
JOIN ranked r ON r.citing = c.citing AND r.named = c.named AND r.place = 1
JOIN mention m ON m.id = r.id
LEFT JOIN document d ON d.key = m.document
WHERE c.n < (SELECT count(*) FROM source s WHERE s.document = c.citing AND s.retracted_at IS NULL)
ORDER BY r.citing, r.start, r.id
