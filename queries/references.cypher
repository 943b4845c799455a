MATCH (d:Document) WHERE d.key IN $keys
RETURN d.key AS key, d.symbol AS symbol, d.type AS type, d.label AS label, d.title AS title, d.issuer AS issuer, d.level AS level,
       d.date AS date, d.ingested AS ingested
ORDER BY key
