-- The documents that texts refer to, weighed by how: :weights gives a weight for each type of edge, as "IMPLEMENTS 4".
-- :docs are the texts that count, unless :all do.
WITH weight AS MATERIALIZED (
    SELECT substr(value, 1, instr(value, ' ') - 1) AS type, CAST(substr(value, instr(value, ' ') + 1) AS INTEGER) AS n
    FROM json_each(:weights)
), counted AS (
    SELECT e.object, w.n
    FROM edge e JOIN weight w ON w.type = e.type
    WHERE :all AND e.closed_at IS NULL
    UNION ALL
    SELECT e.object, w.n
    FROM json_each(:docs) c CROSS JOIN edge e ON e.subject = c.value JOIN weight w ON w.type = e.type
    WHERE NOT :all AND e.closed_at IS NULL
)
SELECT object AS key, sum(n) AS score, count(*) OVER () AS total
FROM counted
GROUP BY object
ORDER BY score DESC, key
LIMIT :limit OFFSET :offset
