-- How many texts and citations the scope has, and how many citations of documents that are not known or of whose validity
-- nothing is known; these are counted once for each citing document.
SELECT CASE WHEN :all THEN (SELECT count(*) FROM document WHERE ingested = 1) ELSE json_array_length(:docs) END AS documents,
       CASE WHEN :all THEN (SELECT count(*) FROM mention) - (SELECT count(*) FROM mention WHERE state = 'self')
            ELSE (SELECT count(*) FROM json_each(:docs) c CROSS JOIN mention m ON m.citing = c.value WHERE +m.state <> 'self')
       END AS citations,
       CASE WHEN :all THEN (
           SELECT count(*) FROM mention WHERE cites IS NOT NULL
       ) - (
           SELECT count(*) FROM (SELECT DISTINCT document FROM validity) v CROSS JOIN mention m ON m.cites = v.document
       ) + (
           SELECT count(*) FROM (
               SELECT DISTINCT m.citing, coalesce(m.document, m.grp, m.quote)
               FROM mention m
               WHERE m.state IN ('unresolved', 'malformed')
           )
       ) ELSE (
           SELECT count(DISTINCT m.citing || char(31) || coalesce(m.document, m.grp, m.quote))
           FROM json_each(:docs) c CROSS JOIN mention m ON m.citing = c.value
           WHERE +m.state IN ('unresolved', 'malformed')
              OR +m.state = 'resolved' AND NOT EXISTS (SELECT 1 FROM validity v WHERE v.document = m.document)
       ) END AS unknown
