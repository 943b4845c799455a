-- How many texts of the scope cite each of the documents :marks names, how many of them are dated, and how many are of a
-- day or of a later one, for each of three days: five numbers. A mark is three days (10 characters each) and a key.
-- A document that replaces or repeals another one does not rest on it.
-- CROSS JOIN keeps SQLite to this order: of everything first the cited documents, else the citing ones.
WITH replaced AS MATERIALIZED (
    SELECT e.subject, e.object FROM edge e WHERE e.type IN ('REPLACES', 'REPEALS') AND e.closed_at IS NULL
), subject AS MATERIALIZED (
    SELECT key AS place, substr(value, 1, 10) AS a, substr(value, 11, 10) AS b, substr(value, 21, 10) AS c,
           CAST(substr(value, 31) AS TEXT) AS cited, substr(value, 31) NOT IN (SELECT object FROM replaced) AS stays
    FROM json_each(:marks)
)
SELECT s.place, (
    SELECT count(*) || ' ' || count(*) FILTER (WHERE m.citing_date > '0000-00-00') || ' '
           || count(*) FILTER (WHERE m.citing_date >= s.a) || ' ' || count(*) FILTER (WHERE m.citing_date >= s.b) || ' '
           || count(*) FILTER (WHERE m.citing_date >= s.c)
    FROM mention m INDEXED BY mention_cites
    WHERE m.cites = s.cited AND m.embedded = 0
      AND (s.stays OR (m.citing, s.cited) NOT IN (SELECT subject, object FROM replaced))
) AS counts
FROM subject s
WHERE :all
UNION ALL
SELECT s.place, count(*) || ' ' || count(*) FILTER (WHERE m.citing_date > '0000-00-00') || ' '
       || count(*) FILTER (WHERE m.citing_date >= s.a) || ' ' || count(*) FILTER (WHERE m.citing_date >= s.b) || ' '
       || count(*) FILTER (WHERE m.citing_date >= s.c)
FROM json_each(:docs) x CROSS JOIN mention m ON m.citing = x.value CROSS JOIN subject s ON s.cited = m.cites
WHERE NOT :all AND m.embedded = 0 AND (s.stays OR (m.citing, s.cited) NOT IN (SELECT subject, object FROM replaced))
GROUP BY s.place
ORDER BY 1
