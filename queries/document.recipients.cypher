MATCH (d:Document {key: $key})
MATCH (st:Statement {subject: $key, type: 'ADDRESSED_TO'}) USING INDEX st:Statement(subject)
WHERE st.retracted_at IS NULL AND st.source = d.source
MATCH (b:Body {key: st.object})
RETURN b.key AS key, b.name AS name, min(st.start) AS first
ORDER BY first, key
