-- Open edges that have not as many live statements as they count, and live statements whose edge is not open.
SELECT subject, type, object, qualifier, statements AS counted,
       (SELECT count(*) FROM statement st
        WHERE st.subject = e.subject AND st.type = e.type AND st.object = e.object AND st.qualifier = e.qualifier
          AND st.retracted_at IS NULL) AS found
FROM edge e
WHERE closed_at IS NULL
  AND statements <> (SELECT count(*) FROM statement st
                     WHERE st.subject = e.subject AND st.type = e.type AND st.object = e.object
                       AND st.qualifier = e.qualifier AND st.retracted_at IS NULL)
UNION ALL
SELECT subject, type, object, qualifier, 0, count(*)
FROM statement st
WHERE retracted_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM edge e
                  WHERE e.subject = st.subject AND e.type = st.type AND e.object = st.object
                    AND e.qualifier = st.qualifier AND e.closed_at IS NULL)
GROUP BY subject, type, object, qualifier
ORDER BY subject, type, object, qualifier LIMIT :limit
