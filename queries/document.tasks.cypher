MATCH (st:Statement {subject: $key, type: 'ASSIGNS'}) WHERE st.retracted_at IS NULL
RETURN count(st) AS n
