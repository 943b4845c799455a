-- Those of the documents :keys that have neither number nor title, with the name of the file that speaks for each.
SELECT d.key, d.type, s.file
FROM document d JOIN source s ON s.sha256 = d.source
WHERE d.key IN (SELECT value FROM json_each(:keys)) AND d.symbol IS NULL AND d.title IS NULL
ORDER BY d.key
