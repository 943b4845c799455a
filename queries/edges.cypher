// From the statements of the subjects, whose index tells type and object too; an edge is live when a statement of it is.
// Texts that prove many edges are looked up once. The index is named, and the object bounded, for a plan made while the store was
// nearly empty would read all statements of a type.
MATCH (st:Statement) USING INDEX st:Statement(subject, type, object)
WHERE st.subject IN $subjects AND st.type IN $types AND st.object >= '' AND st.object IN $objects AND st.retracted_at IS NULL
WITH st.source AS source, collect(st) AS claims
MATCH (s:Source {sha256: source})
OPTIONAL MATCH (d:Document {key: s.document})
UNWIND claims AS st
WITH s.document AS document, d.symbol AS symbol, st
ORDER BY st.subject, st.type, st.object, document <> st.subject, document, st.start, st.stop, st.id
WITH st.subject AS subject, st.type AS type, st.object AS object, collect({document: document, symbol: symbol, st: st})[..$evidence] AS claimed
UNWIND range(0, size(claimed) - 1) AS place
WITH subject, type, object, place, claimed[place].document AS document, claimed[place].symbol AS document_symbol, claimed[place].st AS st
RETURN subject, type, object, document, document_symbol, st.source AS source, st.start AS start, st.stop AS stop, st.quote AS quote,
       st.cue AS cue, st.pinpoint AS pinpoint, st.extractor AS extractor, st.confidence AS confidence
ORDER BY subject, type, object, place
