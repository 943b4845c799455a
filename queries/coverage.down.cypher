// What carries out the documents $frontier.
MATCH (s:Document)<-[e:IMPLEMENTS]-(d:Document)
WHERE s.key IN $frontier AND e.closed_at IS NULL
WITH d, min(s.key) AS through
RETURN d.key AS key, through, d.symbol AS symbol, d.title AS title, d.body AS body, d.date AS date
ORDER BY key
