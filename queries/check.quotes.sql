-- Every place that a live fact of these texts points at, with the words that stand there.
SELECT source, 'statement' AS fact, id AS at, start, stop, quote
FROM statement
WHERE source IN (SELECT value FROM json_each(:sources)) AND retracted_at IS NULL
UNION ALL
SELECT origin, 'validity', document, start, stop, source
FROM validity
WHERE origin IN (SELECT value FROM json_each(:sources)) AND start IS NOT NULL
ORDER BY source, fact, at
