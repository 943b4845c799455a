-- Every place that a live fact of these texts points at, with the words that stand there.
-- The id of a statement begins with that of its text.
SELECT s.source, 'statement' AS fact, s.id AS at, s.start, s.stop, s.quote
FROM json_each(:sources) t CROSS JOIN statement s ON s.id >= substr(t.value, 1, 12) AND s.id < substr(t.value, 1, 12) || 'g'
WHERE s.source = t.value AND s.retracted_at IS NULL
UNION ALL
SELECT origin, 'validity', document, start, stop, source
FROM validity
WHERE origin IN (SELECT value FROM json_each(:sources)) AND start IS NOT NULL
ORDER BY source, fact, at
