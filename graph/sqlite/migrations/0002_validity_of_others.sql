-- What a text says of the ends of other documents: how, since when, which provisions, and the place that says so.

ALTER TABLE validity ADD COLUMN mention TEXT;          -- the place that names the document
ALTER TABLE validity ADD COLUMN act TEXT;              -- edge type: REPLACES, REPEALS, AMENDS, SUSPENDS
ALTER TABLE validity ADD COLUMN changed TEXT;          -- first day of an amendment or suspension
ALTER TABLE validity ADD COLUMN actor TEXT;            -- key of the acting document
ALTER TABLE validity ADD COLUMN provisions TEXT;       -- JSON list
ALTER TABLE validity ADD COLUMN kept TEXT;             -- what the clause leaves in force, in its words
ALTER TABLE validity ADD COLUMN start INTEGER;         -- the sentence, in the text of origin
ALTER TABLE validity ADD COLUMN stop INTEGER;
CREATE INDEX validity_by_mention ON validity (mention) WHERE mention IS NOT NULL;
