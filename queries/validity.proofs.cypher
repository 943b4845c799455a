// The sentences behind what texts say of the validity of the documents $keys.
MATCH (v:Validity) WHERE v.document IN $keys AND v.start IS NOT NULL
MATCH (s:Source {sha256: v.origin})
OPTIONAL MATCH (d:Document {key: s.document})
RETURN v.document AS document, v.origin AS origin, v.start AS start, v.stop AS stop, s.document AS speaker,
       d.symbol AS speaker_symbol, substring(s.text, v.start, v.stop - v.start) AS quote
ORDER BY document, origin, start, stop
