MATCH (d:Document)
WHERE ($level IS NULL OR d.level = $level) AND ($type IS NULL OR d.type = $type)
  AND ($ingested IS NULL OR d.ingested = toInteger($ingested))
RETURN d.key AS key
ORDER BY coalesce(d.date, '') DESC, key
SKIP $offset LIMIT $limit
