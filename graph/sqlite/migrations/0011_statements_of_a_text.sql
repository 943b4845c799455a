-- Statements of one text lie together: their ids begin with that of the text, so that a document touches few pages.
PRAGMA defer_foreign_keys = ON;
UPDATE task SET statement =
    (SELECT substr(s.source, 1, 12) || substr(s.id, 1, 20) FROM statement s WHERE s.id = task.statement);
UPDATE statement SET id = substr(source, 1, 12) || substr(id, 1, 20);
-- By node only the headers are asked for: with every description of every body in it this was the largest index of all.
DROP INDEX description_by_node;
CREATE INDEX description_of_header ON description (node) WHERE header = 1;
