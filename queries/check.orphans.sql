-- What refers to something that is not there, or is there though nothing names it.
SELECT 'edge_without_end' AS fault, e.subject || ' ' || e.type || ' ' || e.object AS at
FROM edge e
WHERE e.closed_at IS NULL
  AND (NOT EXISTS (SELECT 1 FROM document WHERE key = e.subject)
           AND NOT EXISTS (SELECT 1 FROM body WHERE key = e.subject)
           AND NOT EXISTS (SELECT 1 FROM place WHERE id = e.subject)
       OR NOT EXISTS (SELECT 1 FROM document WHERE key = e.object)
           AND NOT EXISTS (SELECT 1 FROM body WHERE key = e.object)
           AND NOT EXISTS (SELECT 1 FROM place WHERE id = e.object))
UNION ALL
SELECT 'statement_without_text', st.id FROM statement st
WHERE st.retracted_at IS NULL AND NOT EXISTS (SELECT 1 FROM source WHERE sha256 = st.source AND retracted_at IS NULL)
UNION ALL
SELECT 'statement_without_mention', st.id FROM statement st
WHERE st.retracted_at IS NULL AND st.mention IS NOT NULL AND NOT EXISTS (SELECT 1 FROM mention WHERE id = st.mention)
UNION ALL
SELECT 'mention_without_text', m.id FROM mention m
WHERE NOT EXISTS (SELECT 1 FROM source WHERE sha256 = m.source AND retracted_at IS NULL)
UNION ALL
SELECT 'mention_without_document', m.id FROM mention m
WHERE NOT EXISTS (SELECT 1 FROM document WHERE key = m.citing)
   OR m.document IS NOT NULL AND NOT EXISTS (SELECT 1 FROM document WHERE key = m.document)
UNION ALL
SELECT 'validity_without_origin', v.document || ' ' || v.origin FROM validity v
WHERE NOT EXISTS (SELECT 1 FROM source WHERE sha256 = v.origin AND retracted_at IS NULL)
      AND NOT EXISTS (SELECT 1 FROM reference WHERE origin = v.origin)
   OR v.mention IS NOT NULL AND NOT EXISTS (SELECT 1 FROM mention WHERE id = v.mention)
UNION ALL
SELECT 'description_without_text', d.node || ' ' || d.source FROM description d
WHERE d.source <> '' AND NOT EXISTS (SELECT 1 FROM source WHERE sha256 = d.source AND retracted_at IS NULL)
UNION ALL
SELECT 'text_without_document', s.sha256 FROM source s
WHERE s.retracted_at IS NULL AND s.document IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM document WHERE key = s.document AND ingested = 1)
UNION ALL
SELECT 'text_without_description', s.sha256 FROM source s
WHERE s.retracted_at IS NULL AND s.document IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM description WHERE source = s.sha256 AND header = 1)
UNION ALL
SELECT 'assignment_without_task', st.id FROM statement st
WHERE st.type = 'ASSIGNS' AND st.retracted_at IS NULL AND NOT EXISTS (SELECT 1 FROM task WHERE statement = st.id)
UNION ALL
SELECT 'document_without_text', d.key FROM document d
WHERE d.ingested = 1 AND NOT EXISTS (SELECT 1 FROM source WHERE sha256 = d.source AND retracted_at IS NULL)
UNION ALL
SELECT 'unnamed', d.key FROM document d
WHERE NOT EXISTS (SELECT 1 FROM mention WHERE document = d.key)
  AND NOT EXISTS (SELECT 1 FROM edge WHERE subject = d.key AND closed_at IS NULL)
  AND NOT EXISTS (SELECT 1 FROM edge WHERE object = d.key AND closed_at IS NULL)
  AND d.key NOT IN (SELECT node FROM description)
UNION ALL
SELECT 'unnamed', b.key FROM body b
WHERE NOT EXISTS (SELECT 1 FROM edge WHERE subject = b.key AND closed_at IS NULL)
  AND NOT EXISTS (SELECT 1 FROM edge WHERE object = b.key AND closed_at IS NULL)
  AND b.key NOT IN (SELECT node FROM description)
ORDER BY fault, at LIMIT :limit
