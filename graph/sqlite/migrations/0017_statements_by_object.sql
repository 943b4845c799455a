-- What is said of a provisional document is said by one text; nobody else asks for statements by their object.
DROP INDEX statement_by_object;
