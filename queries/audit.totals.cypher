// Only ingested documents cite. What is unknown is counted once for each citing document.
CALL () {
    WITH 1 AS whole WHERE $all MATCH (c:Document {ingested: 1}) RETURN count(*) AS n
    UNION ALL
    WITH 1 AS some WHERE NOT $all MATCH (c:Document {ingested: 1}) WHERE c.key IN $docs RETURN count(*) AS n
}
WITH sum(n) AS documents
CALL () {
    WITH 1 AS whole WHERE $all MATCH (m:Mention) WHERE m.state <> 'self' RETURN count(*) AS n
    UNION ALL
    WITH 1 AS some WHERE NOT $all MATCH (m:Mention) USING INDEX m:Mention(citing) WHERE m.citing IN $docs AND m.state <> 'self' RETURN count(*) AS n
}
WITH documents, sum(n) AS citations
CALL () {
    CALL () {
        WITH 1 AS whole WHERE $all
        MATCH (m:Mention) WHERE m.state IN ['unresolved', 'malformed']
        RETURN m.citing AS citing, coalesce(m.document, m.grp, m.quote) AS named
        UNION
        WITH 1 AS whole WHERE $all
        MATCH (d:Document) WHERE NOT EXISTS { MATCH (:Validity {document: d.key}) }
        MATCH (m:Mention {document: d.key}) USING INDEX m:Mention(document) WHERE m.state = 'resolved'
        RETURN m.citing AS citing, d.key AS named
        UNION
        WITH 1 AS some WHERE NOT $all
        MATCH (m:Mention) USING INDEX m:Mention(citing) WHERE m.citing IN $docs
          AND (m.state IN ['unresolved', 'malformed']
               OR m.state = 'resolved' AND NOT EXISTS { MATCH (:Validity {document: m.document}) })
        RETURN m.citing AS citing, coalesce(m.document, m.grp, m.quote) AS named
    }
    RETURN count(*) AS unknown
}
RETURN documents, citations, unknown
