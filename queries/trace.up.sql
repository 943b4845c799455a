-- Up to three levels, the next where all of the last is there. A document of one level may come again in the next; the limits leave room
-- for these.
WITH first AS MATERIALIZED (
    SELECT DISTINCT d.key, d.date
    FROM edge e JOIN document d ON d.key = e.object
    WHERE e.subject IN (SELECT value FROM json_each(:frontier))
      AND e.type IN (SELECT value FROM json_each(:types))
      AND e.closed_at IS NULL
      AND e.object NOT IN (SELECT value FROM json_each(:found))
    ORDER BY coalesce(d.date, '') DESC, d.key
    LIMIT :limit
),
second AS MATERIALIZED (
    SELECT DISTINCT d.key, d.date
    FROM first s CROSS JOIN edge e ON e.subject = s.key JOIN document d ON d.key = e.object
    WHERE :levels > 1 AND (SELECT count(*) FROM first) < :limit
      AND e.type IN (SELECT value FROM json_each(:types))
      AND e.closed_at IS NULL
      AND e.object NOT IN (SELECT value FROM json_each(:found))
    ORDER BY coalesce(d.date, '') DESC, d.key
    LIMIT 2 * :limit
),
third AS MATERIALIZED (
    SELECT DISTINCT d.key, d.date
    FROM second s CROSS JOIN edge e ON e.subject = s.key JOIN document d ON d.key = e.object
    WHERE :levels > 2 AND (SELECT count(*) FROM second) < 2 * :limit
      AND e.type IN (SELECT value FROM json_each(:types))
      AND e.closed_at IS NULL
      AND e.object NOT IN (SELECT value FROM json_each(:found))
    ORDER BY coalesce(d.date, '') DESC, d.key
    LIMIT 2 * :limit
)
SELECT depth, key, date
FROM (
    SELECT 1 AS depth, key, date FROM first
    UNION ALL SELECT 2, key, date FROM second
    UNION ALL SELECT 3, key, date FROM third
)
ORDER BY depth, coalesce(date, '') DESC, key
