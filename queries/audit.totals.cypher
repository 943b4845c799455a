CALL () {
    MATCH (d:Document {ingested: 1}) WHERE $all OR d.key IN $docs
    RETURN count(d) AS documents
}
CALL () {
    MATCH (m:Mention) WHERE m.state <> 'self' AND ($all OR m.citing IN $docs)
    RETURN count(m) AS citations
}
CALL () {
    MATCH (m:Mention)
    WHERE ($all OR m.citing IN $docs)
      AND (m.state IN ['unresolved', 'malformed']
           OR m.state = 'resolved' AND NOT EXISTS { MATCH (:Validity {document: m.document}) })
    RETURN count(DISTINCT [m.citing, coalesce(m.document, m.grp, m.quote)]) AS unknown
}
RETURN documents, citations, unknown
