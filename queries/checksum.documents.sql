SELECT key AS at, grp, regime, type, label, number, symbol, title, issuer, body, level, place, date, ingested, source, signer,
       provisional
FROM document WHERE key > :after ORDER BY key LIMIT :limit
