-- How many texts of the scope cite each of the documents :marks names, how many of them are dated, and how many are of a
-- day or of a later one, for each of three days: five numbers. A mark is three days (10 characters each) and a key.
-- A document that replaces or repeals another one does not rest on it.
-- CROSS JOIN and the plus sign keep SQLite to this order: of everything first the cited documents, else the citing ones.
WITH subject AS MATERIALIZED (
    SELECT key AS place, substr(value, 1, 10) AS a, substr(value, 11, 10) AS b, substr(value, 21, 10) AS c,
           CAST(substr(value, 31) AS TEXT) AS cited
    FROM json_each(:marks)
), replaced AS MATERIALIZED (
    SELECT e.subject, e.object FROM edge e WHERE e.type IN ('REPLACES', 'REPEALS') AND e.closed_at IS NULL
)
SELECT s.place, (
    SELECT count(*) || ' ' || count(d.date) || ' ' || count(*) FILTER (WHERE d.date >= s.a) || ' '
           || count(*) FILTER (WHERE d.date >= s.b) || ' ' || count(*) FILTER (WHERE d.date >= s.c)
    FROM (SELECT DISTINCT m.citing FROM mention m INDEXED BY mention_by_document
          WHERE m.document = s.cited AND m.state = 'resolved' AND m.embedded = 0) t
    CROSS JOIN document d INDEXED BY document_ingested ON d.key = t.citing AND d.ingested = 1
    WHERE (t.citing, s.cited) NOT IN (SELECT subject, object FROM replaced)
) AS counts
FROM subject s
WHERE :all
UNION ALL
SELECT s.place, count(*) || ' ' || count(d.date) || ' ' || count(*) FILTER (WHERE d.date >= s.a) || ' '
       || count(*) FILTER (WHERE d.date >= s.b) || ' ' || count(*) FILTER (WHERE d.date >= s.c)
FROM (SELECT DISTINCT m.citing, m.document FROM json_each(:docs) x CROSS JOIN mention m ON m.citing = x.value
      WHERE NOT :all AND +m.state = 'resolved' AND m.embedded = 0) t
CROSS JOIN subject s ON s.cited = t.document
CROSS JOIN document d INDEXED BY document_ingested ON d.key = t.citing AND d.ingested = 1
WHERE (t.citing, t.document) NOT IN (SELECT subject, object FROM replaced)
GROUP BY s.place
ORDER BY 1
