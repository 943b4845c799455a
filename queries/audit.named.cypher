// Citations that name provisions of the documents $parted, by citing text, cited document and place; bare tells whether the
// same text cites the document without a provision too. A document that replaces or repeals another one does not rest on it.
// Of everything the way begins at the cited documents, else at the citing ones.
CALL () {
    WITH 1 AS whole WHERE $all
    UNWIND $parted AS cited
    MATCH (m:Mention) USING INDEX m:Mention(document, pinpoint)
    WHERE m.document = cited AND m.pinpoint IS NOT NULL
    RETURN m
    UNION ALL
    WITH 1 AS some WHERE NOT $all
    MATCH (m:Mention) USING INDEX m:Mention(citing)
    WHERE m.citing IN $docs AND m.document IN $parted AND m.pinpoint IS NOT NULL
    RETURN m
}
WITH m WHERE m.embedded = 0 AND m.state = 'resolved'
  AND NOT EXISTS { MATCH (:Document {key: m.citing})-[e:REPLACES|REPEALS]->(:Document {key: m.document}) WHERE e.closed_at IS NULL }
RETURN m.id AS mention, m.citing AS citing, CASE WHEN m.citing_date > '0000-00-00' THEN m.citing_date END AS date,
       m.start AS start, m.document AS cited, m.pinpoint AS pinpoint,
       CASE WHEN EXISTS { MATCH (o:Mention {citing: m.citing}) USING INDEX o:Mention(citing)
                          WHERE o.document = m.document AND o.pinpoint IS NULL AND o.embedded = 0 AND o.state = 'resolved' }
            THEN 1 ELSE 0 END AS bare
ORDER BY citing, cited, start, mention
