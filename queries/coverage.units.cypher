// The units to which the document $key gives tasks, task by task.
MATCH (s:Statement {subject: $key, type: 'ASSIGNS'}) USING INDEX s:Statement(subject) WHERE s.retracted_at IS NULL
MATCH (b:Body {key: s.object})
RETURN b.key AS key, b.name AS name, b.level AS level, b.place AS place, s.task_text AS text, s.task_due AS due
ORDER BY key, due IS NULL, due, text
