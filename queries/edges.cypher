// From the relationships to their statements: asked by the triple alone, every subject would be tried with every object.
// The index is named, for a plan made while the store was nearly empty would read all statements of the type for each edge.
MATCH (a:Document) WHERE a.key IN $subjects
MATCH (a)-[e]->(b:Document) WHERE type(e) IN $types AND e.closed_at IS NULL AND b.key IN $objects
WITH DISTINCT a.key AS subject, type(e) AS type, b.key AS object
CALL (subject, type, object) {
    MATCH (st:Statement {subject: subject, type: type, object: object}) USING INDEX st:Statement(subject, type, object)
    WHERE st.retracted_at IS NULL
    MATCH (s:Source {sha256: st.source})
    WITH st, s ORDER BY s.document <> subject, s.document, st.start, st.stop, st.id LIMIT $evidence
    RETURN collect({st: st, s: s}) AS claimed
}
UNWIND range(0, size(claimed) - 1) AS place
WITH subject, type, object, place, claimed[place].st AS st, claimed[place].s AS s
OPTIONAL MATCH (d:Document {key: s.document})
RETURN subject, type, object, s.document AS document, d.symbol AS document_symbol, s.sha256 AS source, st.start AS start, st.stop AS stop,
       st.quote AS quote, st.cue AS cue, st.pinpoint AS pinpoint, st.extractor AS extractor, st.confidence AS confidence
ORDER BY subject, type, object, place
