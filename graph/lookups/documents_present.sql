SELECT key, ingested FROM document WHERE key IN (SELECT value FROM json_each(:keys)) AND provisional = 0 ORDER BY key
