-- The units to which the document :key gives tasks, task by task.
SELECT t.unit AS key, b.name, b.level, b.place, t.text, t.due
FROM task t JOIN statement s ON s.id = t.statement JOIN body b ON b.key = t.unit
WHERE t.subject = :key AND s.retracted_at IS NULL
ORDER BY t.unit, t.due IS NULL, t.due, t.text
