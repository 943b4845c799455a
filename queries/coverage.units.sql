-- The units to which the document :key gives tasks, task by task.
SELECT t.unit AS key, b.name, b.level, b.place, t.text, t.due
FROM statement s JOIN task t ON t.statement = s.id JOIN body b ON b.key = t.unit
WHERE s.subject = :key AND s.type = 'ASSIGNS' AND s.retracted_at IS NULL
ORDER BY t.unit, t.due IS NULL, t.due, t.text
