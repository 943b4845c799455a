-- What the documents :keys detail or guide.
SELECT e.subject AS child, c.date AS issued, e.object AS parent, p.symbol, p.title
FROM edge e JOIN document c ON c.key = e.subject JOIN document p ON p.key = e.object
WHERE e.subject IN (SELECT value FROM json_each(:keys)) AND e.type = 'GUIDES' AND e.closed_at IS NULL
ORDER BY child, parent
