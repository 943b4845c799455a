-- Documents with several files, and those there only in print or as pictures, from indexes alone: a row holds its whole text.
DROP INDEX source_by_document;
CREATE INDEX source_by_document ON source (document, retracted_at) WHERE retracted_at IS NULL;
CREATE INDEX source_by_format ON source (format, document, retracted_at) WHERE retracted_at IS NULL;
-- The documents of one body under one title: copies of which one was misread.
CREATE INDEX document_by_body_and_title ON document (body, title_words) WHERE ingested = 1;
