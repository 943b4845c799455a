SELECT grp, key, regime, type, label, number, symbol, title, issuer, body, level, place, date, ingested, source, signer, provisional
FROM document
WHERE grp IN (SELECT value FROM json_each(:groups)) AND provisional = 0
ORDER BY grp, key
