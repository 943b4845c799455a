SELECT b.key, b.name, min(st.start) AS first
FROM statement st JOIN body b ON b.key = st.object JOIN document d ON d.key = st.subject AND d.source = st.source
WHERE st.subject = :key AND st.type = 'ADDRESSED_TO' AND st.retracted_at IS NULL
GROUP BY b.key, b.name
ORDER BY first, b.key
