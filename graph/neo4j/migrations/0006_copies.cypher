// Printed and recognised files, and the documents of one body under one title: copies of which one was misread.
CREATE INDEX source_format IF NOT EXISTS FOR (n:Source) ON (n.format);
CREATE INDEX document_body_title IF NOT EXISTS FOR (n:Document) ON (n.body, n.title_words);
