SELECT (SELECT count(*) FROM document WHERE ingested = 1 AND (:all OR key IN (SELECT value FROM json_each(:docs)))) AS documents,
       (SELECT count(*) FROM mention
        WHERE state <> 'self' AND (:all OR citing IN (SELECT value FROM json_each(:docs)))) AS citations,
       (SELECT count(*) FROM (
            SELECT DISTINCT m.citing, coalesce(m.document, m.grp, m.quote)
            FROM mention m
            WHERE (:all OR m.citing IN (SELECT value FROM json_each(:docs)))
              AND (m.state IN ('unresolved', 'malformed')
                   OR m.state = 'resolved' AND NOT EXISTS (SELECT 1 FROM validity v WHERE v.document = m.document))
       )) AS unknown
