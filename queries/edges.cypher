MATCH (st:Statement)
WHERE st.subject IN $subjects AND st.type IN $types AND st.object IN $objects AND st.retracted_at IS NULL
MATCH (s:Source {sha256: st.source})
WITH st, s
ORDER BY st.subject, st.type, st.object, s.document <> st.subject, s.document, st.start, st.stop, st.id
WITH st.subject AS subject, st.type AS type, st.object AS object, collect({st: st, s: s})[..$evidence] AS claimed
UNWIND range(0, size(claimed) - 1) AS place
WITH subject, type, object, place, claimed[place].st AS st, claimed[place].s AS s,
     CASE WHEN claimed[place].st.start > $before THEN claimed[place].st.start - $before ELSE 0 END AS context_start
OPTIONAL MATCH (d:Document {key: s.document})
RETURN subject, type, object, s.document AS document, d.symbol AS document_symbol, s.sha256 AS source, st.start AS start, st.stop AS stop,
       st.quote AS quote, st.cue AS cue, st.pinpoint AS pinpoint, st.extractor AS extractor, st.confidence AS confidence, context_start,
       substring(s.text, context_start, st.stop + $after - context_start) AS context
ORDER BY subject, type, object, place
