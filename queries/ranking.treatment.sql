-- How texts treat the documents :keys: for each of them, relation by relation, how many texts and how many places.
SELECT e.object AS key, e.type, e.subject AS citing, sum(e.statements) AS places
FROM edge e
WHERE e.object IN (SELECT value FROM json_each(:keys)) AND e.type IN (SELECT value FROM json_each(:types))
  AND e.closed_at IS NULL AND (:all OR e.subject IN (SELECT value FROM json_each(:docs)))
GROUP BY e.object, e.type, e.subject
ORDER BY e.object, e.type, e.subject
