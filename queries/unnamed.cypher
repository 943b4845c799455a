// Those of the documents $keys that have neither number nor title, with the name of the file that speaks for each.
MATCH (d:Document) WHERE d.key IN $keys AND d.symbol IS NULL AND d.title IS NULL
MATCH (s:Source {sha256: d.source})
RETURN d.key AS key, d.type AS type, s.file AS file
ORDER BY key
