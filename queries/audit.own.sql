-- Citations whose text has done something to the cited document: for each of :pairs, the key of a cited document and, behind
-- char 31, the key of the acting one or the words of its symbol. One for each citing and cited document, its first place.
-- A document that replaces or repeals another one does not rest on it.
WITH pair AS MATERIALIZED (
    SELECT substr(value, 1, instr(value, char(31)) - 1) AS cited, substr(value, instr(value, char(31)) + 1) AS doer
    FROM json_each(:pairs)
), doing AS (
    SELECT p.cited, d.key, d.symbol, d.date FROM pair p CROSS JOIN document d ON d.key = p.doer WHERE d.ingested = 1
    UNION
    SELECT p.cited, d.key, d.symbol, d.date FROM pair p CROSS JOIN document d ON d.symbol_words = p.doer WHERE d.ingested = 1
)
SELECT m.id AS mention, m.citing, g.symbol, g.date, m.start, m.cites AS cited
FROM doing g CROSS JOIN mention m ON m.citing = g.key AND +m.cites = g.cited AND m.embedded = 0
WHERE (:all OR m.citing IN (SELECT value FROM json_each(:docs)))
  AND NOT EXISTS (SELECT 1 FROM edge e WHERE e.subject = m.citing AND e.type IN ('REPLACES', 'REPEALS') AND e.object = m.cites
                  AND e.closed_at IS NULL)
ORDER BY m.citing, m.start, m.id
