-- The statements of a text are found by their ids, which begin with that of the text, and the tasks of a document by its
-- statements; only those with a deadline are asked for by document.
DROP INDEX statement_by_source;
DROP INDEX task_by_subject;
CREATE INDEX task_due_by_subject ON task (subject) WHERE due IS NOT NULL;
