// Pairs of documents of one body under one title, of which one is there only in print or as a picture and the other only as
// it was written, when number and date do not both differ: perhaps one document, of which a copy gives another number.
// With the place where the first of them says what it is.
CALL () {
    WITH 1 AS whole WHERE $all
    MATCH (s:Source) WHERE s.format IN ['image', 'pdf'] AND s.retracted_at IS NULL
    RETURN DISTINCT s.document AS key
    UNION
    WITH 1 AS some WHERE NOT $all
    UNWIND $docs AS key
    RETURN key
    UNION
    WITH 1 AS some WHERE NOT $all
    MATCH (d:Document) WHERE d.key IN $docs
    MATCH (o:Document {body: d.body, title_words: d.title_words})
    RETURN o.key AS key
}
MATCH (a:Document {key: key, ingested: 1}) WHERE a.title_words <> ''
MATCH (s:Source {sha256: a.source}) WHERE s.format IN ['image', 'pdf']
MATCH (b:Document {body: a.body, title_words: a.title_words}) WHERE b.ingested = 1
MATCH (t:Source {sha256: b.source}) WHERE NOT t.format IN ['image', 'pdf']
WITH a, b
WHERE b.key <> a.key AND b.type = a.type AND NOT coalesce(a.number <> b.number AND a.date <> b.date, false)
  AND COUNT { MATCH (x:Source {document: b.key}) WHERE x.retracted_at IS NULL } = 1
  AND ($all OR a.key IN $docs OR b.key IN $docs)
WITH CASE WHEN $all OR a.key IN $docs THEN a ELSE b END AS c, CASE WHEN $all OR a.key IN $docs THEN b ELSE a END AS o
MATCH (s:Source {sha256: c.source})
MATCH (x:Source {sha256: o.source})
MATCH (st:Statement {subject: c.key, type: 'ISSUED_BY'}) USING INDEX st:Statement(subject)
WHERE st.source = s.sha256 AND st.mention IS NULL AND st.retracted_at IS NULL
RETURN c.key AS citing, o.key AS cited, c.date AS date, c.type AS type, c.symbol AS symbol, c.title AS title, s.file AS file,
       x.file AS other_file, c.date AS said_date, o.date AS settled_date, o.symbol AS settled_symbol, s.text AS text,
       x.text AS other_text, c.key AS document, c.symbol AS document_symbol, s.sha256 AS source, st.start AS start,
       st.stop AS stop, st.quote AS quote, st.cue AS cue, st.pinpoint AS pinpoint, st.extractor AS extractor,
       st.confidence AS confidence
ORDER BY citing, cited
