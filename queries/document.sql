SELECT d.key, d.symbol, d.type, d.label, d.title, d.issuer, d.level, d.date, d.ingested, d.number, d.body, d.place, d.signer,
       d.source, s.path AS file
FROM document d LEFT JOIN source s ON s.sha256 = d.source
WHERE d.key = :key
