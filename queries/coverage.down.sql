-- What carries out the documents :frontier.
SELECT e.subject AS key, min(e.object) AS through, d.symbol, d.title, d.body, d.date
FROM edge e JOIN document d ON d.key = e.subject
WHERE e.object IN (SELECT value FROM json_each(:frontier)) AND e.type = 'IMPLEMENTS' AND e.closed_at IS NULL
GROUP BY e.subject, d.symbol, d.title, d.body, d.date
ORDER BY e.subject
