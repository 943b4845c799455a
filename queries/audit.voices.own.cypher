// What the texts of the documents $keys say themselves of their day and symbol, with the place: the number line.
MATCH (d:Document) WHERE d.key IN $keys AND d.ingested = 1
MATCH (h:Description {node: d.key, header: 1}) WHERE h.source = d.source
MATCH (st:Statement {subject: d.key, type: 'ISSUED_BY'}) USING INDEX st:Statement(subject)
WHERE st.source = d.source AND st.mention IS NULL AND st.retracted_at IS NULL
RETURN d.key AS key, d.date AS date, d.symbol AS symbol, d.key AS document, d.symbol AS document_symbol, st.source AS source,
       st.start AS start, st.stop AS stop, st.quote AS quote, st.cue AS cue, st.pinpoint AS pinpoint, st.extractor AS extractor,
       st.confidence AS confidence, h.attributes AS attributes
ORDER BY key
