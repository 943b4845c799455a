MATCH (d:Document {key: $key})
MATCH (st:Statement {subject: $key, type: 'ASSIGNS'}) USING INDEX st:Statement(subject)
WHERE st.retracted_at IS NULL AND st.source = d.source
RETURN count(st) AS n
