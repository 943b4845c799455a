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
       c.confidence
FROM claimed c LEFT JOIN document d ON d.key = c.document
WHERE c.place <= :evidence
ORDER BY c.subject, c.type, c.object, c.place
