// What is said of an object is read in the order of its subjects, one type at a time: a page of those who rest on a law.
DROP INDEX statement_object IF EXISTS;
CREATE INDEX statement_object_triple IF NOT EXISTS FOR (n:Statement) ON (n.object, n.type, n.subject);
