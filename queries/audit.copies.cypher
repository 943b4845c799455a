// The files of documents that have several, with what the header of each says and where: the number line.
CALL () {
    WITH 1 AS whole WHERE $all
    MATCH (s:Source) WHERE s.retracted_at IS NULL AND s.document IS NOT NULL
    WITH s.document AS key, collect(s) AS files WHERE size(files) > 1
    RETURN key, files
    UNION ALL
    WITH 1 AS some WHERE NOT $all
    MATCH (s:Source) WHERE s.document IN $docs AND s.retracted_at IS NULL
    WITH s.document AS key, collect(s) AS files WHERE size(files) > 1
    RETURN key, files
}
MATCH (c:Document {key: key})
UNWIND files AS s
MATCH (h:Description {node: key, header: 1}) WHERE h.source = s.sha256
MATCH (st:Statement {subject: key, type: 'ISSUED_BY'}) USING INDEX st:Statement(subject)
WHERE st.source = s.sha256 AND st.mention IS NULL AND st.retracted_at IS NULL
RETURN c.key AS citing, c.date AS date, c.type AS type, c.symbol AS symbol, c.title AS title,
       CASE WHEN c.source = s.sha256 THEN 1 ELSE 0 END AS speaks, s.file AS file, h.attributes AS attributes,
       c.key AS document, c.symbol AS document_symbol, s.sha256 AS source, st.start AS start, st.stop AS stop,
       st.quote AS quote, st.cue AS cue, st.pinpoint AS pinpoint, st.extractor AS extractor, st.confidence AS confidence
ORDER BY citing, speaks DESC, s.sha256
