-- For each day and each symbol that texts give the documents :keys, the first place that does so and how many places do.
WITH said AS (
    SELECT m.document AS key, 'date' AS field, m.date AS value, m.id, m.citing, m.start
    FROM json_each(:keys) k CROSS JOIN mention m ON m.document = k.value
    WHERE m.state = 'resolved' AND m.date IS NOT NULL
    UNION ALL
    SELECT m.document, 'symbol', m.symbol, m.id, m.citing, m.start
    FROM json_each(:keys) k CROSS JOIN mention m ON m.document = k.value
    WHERE m.state = 'resolved' AND m.symbol IS NOT NULL
), ranked AS (
    SELECT key, field, value, id, row_number() OVER voice AS place, count(*) OVER (PARTITION BY key, field, value) AS places
    FROM said
    WINDOW voice AS (PARTITION BY key, field, value ORDER BY citing, start, id)
)
SELECT key, field, value, id AS mention, places
FROM ranked
WHERE place = 1
ORDER BY key, field, places DESC, value
