// The pages of a PDF or scan: a JSON list of [offset of its beginning, number, text or ocr, quality from 0 to 1].
MATCH (s:Source) WHERE s.pages IS NULL SET s.pages = '[]';
