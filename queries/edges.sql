WITH claimed AS (
    SELECT st.subject, st.type, st.object, st.source, st.start, st.stop, st.quote, st.cue, st.pinpoint, st.extractor, st.confidence,
           s.document,
           row_number() OVER (
               PARTITION BY st.subject, st.type, st.object
               ORDER BY s.document <> st.subject, s.document, st.start, st.stop, st.id
           ) AS place
    FROM statement st JOIN source s ON s.sha256 = st.source
    WHERE st.retracted_at IS NULL
      AND st.subject IN (SELECT value FROM json_each(:subjects))
      AND st.type IN (SELECT value FROM json_each(:types))
      AND st.object IN (SELECT value FROM json_each(:objects))
)
SELECT c.subject, c.type, c.object, c.document, d.symbol AS document_symbol, c.source, c.start, c.stop, c.quote, c.cue, c.pinpoint, c.extractor,
       c.confidence, max(c.start - :before, 0) AS context_start,
       substr(s.text, max(c.start - :before, 0) + 1, c.stop + :after - max(c.start - :before, 0)) AS context
FROM claimed c JOIN source s ON s.sha256 = c.source LEFT JOIN document d ON d.key = c.document
WHERE c.place <= :evidence
ORDER BY c.subject, c.type, c.object, c.place
