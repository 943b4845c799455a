SELECT key AS at, name, kind, level, place, parent, regime
FROM body WHERE key > :after ORDER BY key LIMIT :limit
