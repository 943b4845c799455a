SELECT count(*) AS n
FROM statement st JOIN document d ON d.key = st.subject AND d.source = st.source
WHERE st.subject = :key AND st.type = 'ASSIGNS' AND st.retracted_at IS NULL
