MATCH (d:Document) WHERE d.key > $after
RETURN d.key AS at, d.grp AS grp, d.regime AS regime, d.type AS type, d.label AS label, d.number AS number,
       d.symbol AS symbol, d.title AS title, d.issuer AS issuer, d.body AS body, d.level AS level, d.place AS place,
       d.date AS date, d.ingested AS ingested, d.source AS source, d.signer AS signer, d.provisional AS provisional
ORDER BY at LIMIT $limit
