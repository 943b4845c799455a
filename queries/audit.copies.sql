-- The files of documents that have several, with what the header of each says and where: the number line.
WITH doubled AS (
    SELECT document AS key FROM source
    WHERE retracted_at IS NULL AND :all
    GROUP BY document HAVING count(*) > 1
    UNION ALL
    SELECT c.value FROM json_each(:docs) c
    WHERE NOT :all AND (SELECT count(*) FROM source s WHERE s.document = c.value AND s.retracted_at IS NULL) > 1
)
SELECT c.key AS citing, c.date, c.type, c.symbol, c.title, c.source = s.sha256 AS speaks, s.file, h.attributes,
       c.key AS document, c.symbol AS document_symbol, s.sha256 AS source, st.start, st.stop, st.quote, st.cue, st.pinpoint,
       st.extractor, st.confidence
FROM doubled x CROSS JOIN document c ON c.key = x.key
CROSS JOIN source s ON s.document = x.key AND s.retracted_at IS NULL
JOIN description h ON h.node = x.key AND h.header = 1 AND h.source = s.sha256
JOIN statement st ON st.subject = x.key AND st.type = 'ISSUED_BY' AND st.source = s.sha256 AND st.mention IS NULL
                 AND st.retracted_at IS NULL
ORDER BY citing, speaks DESC, s.sha256
