SELECT count(*) AS n
FROM document
WHERE (:level IS NULL OR level = :level) AND (:type IS NULL OR type = :type) AND (:ingested IS NULL OR ingested = :ingested)
