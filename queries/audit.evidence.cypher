MATCH (m:Mention) WHERE m.id IN $mentions
MATCH (s:Source {sha256: m.source})
MATCH (d:Document {key: m.citing})
RETURN m.id AS mention, m.citing AS document, d.symbol AS document_symbol, m.source AS source, m.start AS start, m.stop AS stop,
       m.quote AS quote, null AS cue, m.pinpoint AS pinpoint, s.extractor AS extractor, m.confidence AS confidence
ORDER BY mention
