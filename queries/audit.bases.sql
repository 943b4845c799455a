-- What the documents :keys stand on.
SELECT e.subject AS cited, e.type, e.object AS basis
FROM edge e
WHERE e.subject IN (SELECT value FROM json_each(:keys)) AND e.type IN ('BASED_ON', 'GUIDES') AND e.closed_at IS NULL
ORDER BY cited, e.type DESC, basis
