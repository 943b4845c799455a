-- What a row of a table that a user brings calls its document, as JSON: a law that no text names is found by it.
ALTER TABLE validity ADD COLUMN law TEXT;
