SELECT count(DISTINCT c.key) AS documents,
       count(m.id) FILTER (WHERE m.state <> 'self') AS citations,
       count(DISTINCT m.citing || char(31) || coalesce(m.document, m.grp, m.quote)) FILTER (
           WHERE m.state IN ('unresolved', 'malformed')
              OR m.state = 'resolved' AND NOT EXISTS (SELECT 1 FROM validity v WHERE v.document = m.document)
       ) AS unknown
FROM document c LEFT JOIN mention m ON m.citing = c.key
WHERE c.ingested = 1 AND (:all OR c.key IN (SELECT value FROM json_each(:docs)))
