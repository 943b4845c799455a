-- Pairs of documents of one body under one title, of which one is there only in print or as a picture and the other only as
-- it was written, when number and date do not both differ: perhaps one document, of which a copy gives another number.
-- With the place where the first of them says what it is.
WITH near AS (
    SELECT s.document AS key FROM source s WHERE :all AND s.retracted_at IS NULL AND s.format IN ('image', 'pdf')
    UNION
    SELECT c.value FROM json_each(:docs) c WHERE NOT :all
    UNION
    SELECT o.key
    FROM json_each(:docs) c CROSS JOIN document d ON d.key = c.value
    CROSS JOIN document o ON o.body = d.body AND o.title_words = d.title_words AND o.ingested = 1
    WHERE NOT :all
), pair AS (
    SELECT a.key AS printed, b.key AS written,
           :all OR a.key IN (SELECT value FROM json_each(:docs)) AS asked,
           b.key IN (SELECT value FROM json_each(:docs)) AS other_asked
    FROM near n CROSS JOIN document a ON a.key = n.key AND a.ingested = 1 AND a.title_words <> ''
    CROSS JOIN source s ON s.sha256 = a.source AND s.format IN ('image', 'pdf')
    CROSS JOIN document b ON b.body = a.body AND b.title_words = a.title_words AND b.ingested = 1
    CROSS JOIN source t ON t.sha256 = b.source AND t.format NOT IN ('image', 'pdf')
    WHERE b.key <> a.key AND b.type = a.type AND NOT coalesce(a.number <> b.number AND a.date <> b.date, 0)
      AND (SELECT count(*) FROM source x WHERE x.document = b.key AND x.retracted_at IS NULL) = 1
), told AS (
    SELECT CASE WHEN asked THEN printed ELSE written END AS citing, CASE WHEN asked THEN written ELSE printed END AS cited
    FROM pair WHERE asked OR other_asked
)
SELECT c.key AS citing, o.key AS cited, c.date, c.type, c.symbol, c.title, s.file, x.file AS other_file, c.date AS said_date,
       o.date AS settled_date, o.symbol AS settled_symbol, s.text, x.text AS other_text,
       c.key AS document, c.symbol AS document_symbol, s.sha256 AS source, st.start, st.stop, st.quote, st.cue, st.pinpoint,
       st.extractor, st.confidence
FROM told p CROSS JOIN document c ON c.key = p.citing CROSS JOIN document o ON o.key = p.cited
CROSS JOIN source s ON s.sha256 = c.source CROSS JOIN source x ON x.sha256 = o.source
JOIN statement st ON st.subject = c.key AND st.type = 'ISSUED_BY' AND st.source = s.sha256 AND st.mention IS NULL
                 AND st.retracted_at IS NULL
ORDER BY citing, cited
