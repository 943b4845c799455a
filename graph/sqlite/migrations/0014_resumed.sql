-- The first day on which a suspension no longer holds.
ALTER TABLE validity ADD COLUMN resumed TEXT;
