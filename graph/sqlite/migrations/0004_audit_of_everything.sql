-- All that an audit of everything looks at in a mention, so that it reads this index and no row.
DROP INDEX mention_by_document;
CREATE INDEX mention_by_document ON mention (document, citing, start, id, state, embedded, date, symbol);
-- The dates of the texts, by key.
CREATE INDEX document_ingested ON document (key, date) WHERE ingested = 1;
