// What refers to something that is not there, or is there though nothing names it.
CALL () {
    MATCH (s)-[e]->(o)
    WHERE e.closed_at IS NULL AND (NOT (s:Document OR s:Body OR s:Place) OR NOT (o:Document OR o:Body OR o:Place))
    RETURN 'edge_without_end' AS fault, coalesce(s.key, s.id) + ' ' + type(e) + ' ' + coalesce(o.key, o.id) AS at
    UNION ALL
    MATCH (st:Statement) WHERE st.retracted_at IS NULL
      AND NOT EXISTS { MATCH (s:Source {sha256: st.source}) WHERE s.retracted_at IS NULL }
    RETURN 'statement_without_text' AS fault, st.id AS at
    UNION ALL
    MATCH (st:Statement) WHERE st.retracted_at IS NULL AND st.mention IS NOT NULL
      AND NOT EXISTS { MATCH (:Mention {id: st.mention}) }
    RETURN 'statement_without_mention' AS fault, st.id AS at
    UNION ALL
    MATCH (m:Mention) WHERE NOT EXISTS { MATCH (s:Source {sha256: m.source}) WHERE s.retracted_at IS NULL }
    RETURN 'mention_without_text' AS fault, m.id AS at
    UNION ALL
    MATCH (m:Mention) WHERE NOT EXISTS { MATCH (:Document {key: m.citing}) }
      OR m.document IS NOT NULL AND NOT EXISTS { MATCH (:Document {key: m.document}) }
    RETURN 'mention_without_document' AS fault, m.id AS at
    UNION ALL
    MATCH (v:Validity)
    WHERE NOT EXISTS { MATCH (s:Source {sha256: v.origin}) WHERE s.retracted_at IS NULL }
          AND NOT EXISTS { MATCH (:Reference {origin: v.origin}) }
      OR v.mention IS NOT NULL AND NOT EXISTS { MATCH (:Mention {id: v.mention}) }
    RETURN 'validity_without_origin' AS fault, v.document + ' ' + v.origin AS at
    UNION ALL
    MATCH (d:Description) WHERE d.source <> ''
      AND NOT EXISTS { MATCH (s:Source {sha256: d.source}) WHERE s.retracted_at IS NULL }
    RETURN 'description_without_text' AS fault, d.node + ' ' + d.source AS at
    UNION ALL
    MATCH (s:Source) WHERE s.retracted_at IS NULL AND s.document IS NOT NULL
      AND NOT EXISTS { MATCH (d:Document {key: s.document}) WHERE d.ingested = 1 }
    RETURN 'text_without_document' AS fault, s.sha256 AS at
    UNION ALL
    MATCH (s:Source) WHERE s.retracted_at IS NULL AND s.document IS NOT NULL
      AND NOT EXISTS { MATCH (:Description {source: s.sha256, header: 1}) }
    RETURN 'text_without_description' AS fault, s.sha256 AS at
    UNION ALL
    MATCH (st:Statement {type: 'ASSIGNS'}) WHERE st.retracted_at IS NULL AND st.task_text IS NULL
    RETURN 'assignment_without_task' AS fault, st.id AS at
    UNION ALL
    MATCH (d:Document) WHERE d.ingested = 1
      AND NOT EXISTS { MATCH (s:Source {sha256: d.source}) WHERE s.retracted_at IS NULL }
    RETURN 'document_without_text' AS fault, d.key AS at
    UNION ALL
    MATCH (d:Document) WHERE NOT EXISTS { MATCH (:Description {node: d.key}) }
      AND NOT EXISTS { MATCH (:Mention {document: d.key}) }
      AND NOT EXISTS { MATCH (d)-[e]-() WHERE e.closed_at IS NULL }
    RETURN 'unnamed' AS fault, d.key AS at
    UNION ALL
    MATCH (b:Body) WHERE NOT EXISTS { MATCH (:Description {node: b.key}) }
      AND NOT EXISTS { MATCH (b)-[e]-() WHERE e.closed_at IS NULL }
    RETURN 'unnamed' AS fault, b.key AS at
}
RETURN fault, at
ORDER BY fault, at LIMIT $limit
