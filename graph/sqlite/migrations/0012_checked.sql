-- The day on which somebody compared a row of reference data with its source.
ALTER TABLE validity ADD COLUMN checked TEXT;
