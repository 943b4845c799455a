// How many texts and citations the scope has, and how many citations of documents that are not known or of whose validity
// nothing is known; these are counted once for each citing document. Of everything they are what is left of all.
CALL () {
    WITH 1 AS whole WHERE $all MATCH (c:Document {ingested: 1}) RETURN count(*) AS n
    UNION ALL
    WITH 1 AS some WHERE NOT $all MATCH (c:Document {ingested: 1}) WHERE c.key IN $docs RETURN count(*) AS n
}
WITH sum(n) AS documents
CALL () {
    WITH 1 AS whole WHERE $all MATCH (m:Mention) RETURN count(*) AS n
    UNION ALL
    WITH 1 AS whole WHERE $all MATCH (m:Mention {state: 'self'}) RETURN -count(*) AS n
    UNION ALL
    WITH 1 AS some WHERE NOT $all MATCH (m:Mention) USING INDEX m:Mention(citing) WHERE m.citing IN $docs AND m.state <> 'self' RETURN count(*) AS n
}
WITH documents, sum(n) AS citations
CALL () {
    WITH 1 AS whole WHERE $all
    MATCH (m:Mention) USING INDEX m:Mention(cites, embedded, citing_date, citing)
    WHERE m.cites >= '' AND m.embedded IS NOT NULL AND m.citing_date IS NOT NULL AND m.citing IS NOT NULL
    RETURN count(*) AS n
    UNION ALL
    WITH 1 AS whole WHERE $all
    CALL () { MATCH (v:Validity) RETURN DISTINCT v.document AS known }
    MATCH (m:Mention) USING INDEX SEEK m:Mention(cites, embedded, citing_date, citing)
    WHERE m.cites = known AND m.embedded IN [0, 1] AND m.citing_date >= '0000-00-00' AND m.citing >= ''
    RETURN -count(*) AS n
    UNION ALL
    WITH 1 AS whole WHERE $all
    MATCH (m:Mention) WHERE m.state IN ['unresolved', 'malformed']
    RETURN count(DISTINCT m.citing + '\u001F' + coalesce(m.document, m.grp, m.quote)) AS n
    UNION ALL
    WITH 1 AS some WHERE NOT $all
    MATCH (m:Mention) USING INDEX m:Mention(citing) WHERE m.citing IN $docs
      AND (m.state IN ['unresolved', 'malformed']
           OR m.state = 'resolved' AND NOT EXISTS { MATCH (:Validity {document: m.document}) })
    RETURN count(DISTINCT m.citing + '\u001F' + coalesce(m.document, m.grp, m.quote)) AS n
}
RETURN documents, citations, sum(n) AS unknown
