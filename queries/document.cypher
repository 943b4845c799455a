MATCH (d:Document {key: $key})
OPTIONAL MATCH (s:Source {sha256: d.source})
RETURN d.key AS key, d.symbol AS symbol, d.type AS type, d.label AS label, d.title AS title, d.issuer AS issuer,
       d.level AS level, d.date AS date, d.ingested AS ingested, d.number AS number, d.body AS body, d.place AS place,
       d.signer AS signer, d.source AS source, s.path AS file
