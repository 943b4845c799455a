SELECT DISTINCT d.key, d.date
FROM edge e JOIN document d ON d.key = e.object
WHERE e.subject IN (SELECT value FROM json_each(:frontier))
  AND e.type IN (SELECT value FROM json_each(:types))
  AND e.closed_at IS NULL
  AND e.object NOT IN (SELECT value FROM json_each(:found))
ORDER BY coalesce(d.date, '') DESC, d.key
LIMIT :limit
