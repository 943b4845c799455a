-- What the documents :keys stand on.
SELECT e.subject AS cited, e.type, e.object AS basis, d.symbol, d.type AS basis_type, d.title
FROM edge e JOIN document d ON d.key = e.object
WHERE e.subject IN (SELECT value FROM json_each(:keys)) AND e.type IN ('BASED_ON', 'GUIDES') AND e.closed_at IS NULL
ORDER BY cited, e.type DESC, basis
