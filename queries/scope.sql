-- The ingested documents that fulfil the conditions, with their dates. In a place is what lies below it too; subordinate to
-- the body :body, which sits at :below, are the bodies below it of its regime :regime or else of its kind :kind.
SELECT d.key, d.date
FROM document d LEFT JOIN body b ON b.key = d.body
WHERE d.ingested = 1
  AND (:all OR d.key IN (SELECT value FROM json_each(:docs)))
  AND (:anywhere OR EXISTS (SELECT 1 FROM json_each(:places) p
                            WHERE substr(coalesce(d.place, b.place) || '.', 1, length(p.value) + 1) = p.value || '.'))
  AND (:body IS NULL OR d.body = :body OR b.parent = :body
       OR substr(b.place || '.', 1, length(:below) + 1) = :below || '.'
          AND CASE WHEN :regime IS NULL THEN b.kind = :kind ELSE b.regime = :regime END)
  AND (:level IS NULL OR d.level = :level)
  AND (:since IS NULL OR d.date >= :since)
  AND (:until IS NULL OR d.date <= :until)
ORDER BY d.key
