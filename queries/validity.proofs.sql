-- The sentences behind what texts say of the validity of the documents :keys.
SELECT v.document, v.origin, v.start, v.stop, s.document AS speaker, d.symbol AS speaker_symbol,
       substr(s.text, v.start + 1, v.stop - v.start) AS quote
FROM validity v JOIN source s ON s.sha256 = v.origin LEFT JOIN document d ON d.key = s.document
WHERE v.document IN (SELECT value FROM json_each(:keys)) AND v.start IS NOT NULL
ORDER BY v.document, v.origin, v.start, v.stop
