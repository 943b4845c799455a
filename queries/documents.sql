SELECT key
FROM document
WHERE (:level IS NULL OR level = :level) AND (:type IS NULL OR type = :type) AND (:ingested IS NULL OR ingested = :ingested)
ORDER BY coalesce(date, '') DESC, key
LIMIT :limit OFFSET :offset
