-- A reference without a date asks for the documents of its group: provisional ones, one for each text that cites so, are none of them.
DROP INDEX document_by_group;
CREATE INDEX document_by_group ON document (grp) WHERE provisional = 0;
