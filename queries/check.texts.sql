SELECT sha256 AS at, text
FROM source
WHERE retracted_at IS NULL AND sha256 > :after
ORDER BY sha256 LIMIT :limit
