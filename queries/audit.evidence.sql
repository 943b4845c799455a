SELECT m.id AS mention, m.citing AS document, d.symbol AS document_symbol, m.source, m.start, m.stop, m.quote, NULL AS cue, m.pinpoint,
       s.extractor, m.confidence
FROM mention m JOIN source s ON s.sha256 = m.source JOIN document d ON d.key = m.citing
WHERE m.id IN (SELECT value FROM json_each(:mentions))
ORDER BY m.id
