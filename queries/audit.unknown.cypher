// Citations of documents that are not known or of whose validity nothing is known, one for each: its first place.
// The first $limit of them. Left out is what $derived, in the form of the verdicts of audit.dated, says of documents.
// Of everything the way begins at the documents, so that each is looked up once.
CALL () {
    WITH 1 AS whole WHERE $all
    MATCH (m:Mention) WHERE m.state IN ['unresolved', 'malformed'] RETURN m
    UNION ALL
    WITH 1 AS whole WHERE $all
    MATCH (d:Document) WHERE NOT EXISTS { MATCH (:Validity {document: d.key}) }
    MATCH (m:Mention {document: d.key}) USING INDEX m:Mention(document) WHERE m.state = 'resolved' RETURN m
    UNION ALL
    WITH 1 AS some WHERE NOT $all
    MATCH (m:Mention) USING INDEX m:Mention(citing) WHERE m.citing IN $docs
      AND (m.state IN ['unresolved', 'malformed']
           OR m.state = 'resolved' AND NOT EXISTS { MATCH (:Validity {document: m.document}) })
    RETURN m
}
WITH m WHERE NOT any(verdict IN $derived WHERE substring(verdict, 24) = m.document
    AND EXISTS { MATCH (c:Document {key: m.citing})
                 WHERE substring(verdict, 0, 10) <= coalesce(c.date, '0000-00-00') < substring(verdict, 10, 10) })
WITH m.citing AS citing, coalesce(m.document, m.grp, m.quote) AS named, min([m.start, m.id]) AS first
WITH citing, first ORDER BY citing, first LIMIT $limit
MATCH (c:Document {key: citing})
MATCH (m:Mention {id: first[1]})
OPTIONAL MATCH (d:Document {key: m.document})
RETURN m.id AS mention, c.key AS citing, c.date AS date, m.start AS start, m.type AS type,
       coalesce(m.document, m.grp, '') AS cited, coalesce(d.symbol, m.symbol) AS symbol,
       coalesce(d.title, m.name, m.title) AS title, null AS said, null AS settled
ORDER BY citing, start, mention
