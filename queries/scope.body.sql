-- The body with the key :name, or the first of :keys.
SELECT key, name, kind, place, regime
FROM body
WHERE key = :name OR key IN (SELECT value FROM json_each(:keys))
ORDER BY key <> :name, key
