-- What the texts of the documents :keys say themselves of their day and symbol, with the place: the number line.
SELECT d.key, d.date, d.symbol, d.key AS document, d.symbol AS document_symbol, st.source, st.start, st.stop, st.quote, st.cue,
       st.pinpoint, st.extractor, st.confidence, h.attributes
FROM document d
JOIN description h ON h.node = d.key AND h.header = 1 AND h.source = d.source
JOIN statement st ON st.subject = d.key AND st.type = 'ISSUED_BY' AND st.source = d.source AND st.mention IS NULL
                 AND st.retracted_at IS NULL
WHERE d.key IN (SELECT value FROM json_each(:keys)) AND d.ingested = 1
ORDER BY d.key
