SELECT m.id AS mention, m.citing AS document, d.symbol AS document_symbol, m.source, m.start, m.stop, m.quote, NULL AS cue, m.pinpoint,
       s.extractor, m.confidence, max(m.start - :before, 0) AS context_start,
       substr(s.text, max(m.start - :before, 0) + 1, m.stop + :after - max(m.start - :before, 0)) AS context
FROM mention m JOIN source s ON s.sha256 = m.source JOIN document d ON d.key = m.citing
WHERE m.id IN (SELECT value FROM json_each(:mentions))
ORDER BY m.id
