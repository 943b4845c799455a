-- The pages of a PDF or scan: a JSON list of [offset of its beginning, number, text or ocr, quality from 0 to 1].

ALTER TABLE source ADD COLUMN pages TEXT NOT NULL DEFAULT '[]';
