SELECT key, label, symbol, type, title, issuer, level, date, ingested FROM document
UNION ALL SELECT key, 'Body', NULL, kind, name, NULL, level, NULL, NULL FROM body
UNION ALL SELECT id, 'Place', NULL, kind, name, NULL, level, NULL, NULL FROM place
ORDER BY key, label
