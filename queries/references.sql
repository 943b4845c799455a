SELECT key, symbol, type, label, title, issuer, level, date, ingested
FROM document
WHERE key IN (SELECT value FROM json_each(:keys))
ORDER BY key
