// The documents that texts of the scope cite and of which a day is known, or that stand on others (keys that begin as
// $standing tells) from which something may follow for them. Embedded mentions are those in the titles of other documents.
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
    WITH cited WHERE EXISTS {
        MATCH (m:Mention) USING INDEX SEEK m:Mention(cites, embedded, citing_date, citing)
        WHERE m.cites = cited AND m.embedded = 0 AND m.citing_date >= '0000-00-00' AND m.citing >= ''
    }
    RETURN cited
    UNION
    WITH 1 AS some WHERE NOT $all
    MATCH (m:Mention) USING INDEX m:Mention(citing) WHERE m.citing IN $docs AND m.cites IS NOT NULL AND m.embedded = 0
    WITH DISTINCT m.cites AS cited
    WHERE EXISTS { MATCH (v:Validity {document: cited})
                   WHERE v.ended IS NOT NULL OR v.in_force_from IS NOT NULL OR v.changed IS NOT NULL }
       OR any(prefix IN $standing WHERE cited STARTS WITH prefix)
          AND EXISTS { MATCH (:Document {key: cited})-[e:GUIDES|BASED_ON]->() WHERE e.closed_at IS NULL }
    RETURN cited
}
RETURN cited ORDER BY cited
