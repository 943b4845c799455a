// Citations of documents of which a day is known, or that stand on others (keys that begin as $standing tells) from
// which something may follow for them:
// one for each citing and cited document, its first place.
// A document that replaces or repeals another one does not rest on it.
// Of everything few documents have a known day, so the way begins at them; else it begins at the citing documents.
CALL () {
    WITH 1 AS whole WHERE $all
    CALL () {
        MATCH (v:Validity) WHERE v.ended IS NOT NULL OR v.in_force_from IS NOT NULL OR v.changed IS NOT NULL
        RETURN v.document AS cited
        UNION
        UNWIND $standing AS prefix
        MATCH (b:Document) WHERE b.key STARTS WITH prefix
          AND EXISTS { MATCH (b)-[e:GUIDES|BASED_ON]->() WHERE e.closed_at IS NULL }
        RETURN b.key AS cited
    }
    WITH cited
    MATCH (m:Mention {document: cited}) WHERE m.state = 'resolved' AND m.embedded = 0
    RETURN m.citing AS citing, cited, min([m.start, m.id]) AS first
    UNION ALL
    WITH 1 AS some WHERE NOT $all
    MATCH (m:Mention) WHERE m.citing IN $docs AND m.state = 'resolved' AND m.embedded = 0
      AND (EXISTS { MATCH (v:Validity {document: m.document})
                    WHERE v.ended IS NOT NULL OR v.in_force_from IS NOT NULL OR v.changed IS NOT NULL }
           OR any(prefix IN $standing WHERE m.document STARTS WITH prefix)
              AND EXISTS { MATCH (:Document {key: m.document})-[e:GUIDES|BASED_ON]->() WHERE e.closed_at IS NULL })
    RETURN m.citing AS citing, m.document AS cited, min([m.start, m.id]) AS first
}
WITH citing, collect({cited: cited, first: first}) AS citations
MATCH (c:Document {key: citing, ingested: 1})
WITH c, citations,
     COLLECT { MATCH (c)-[e:REPLACES|REPEALS]->(d:Document) WHERE e.closed_at IS NULL RETURN d.key } AS replaced
UNWIND citations AS citation
WITH c, citation WHERE NOT citation.cited IN replaced
RETURN citation.first[1] AS mention, c.key AS citing, c.date AS date, citation.first[0] AS start, citation.cited AS cited
ORDER BY citing, start, mention
