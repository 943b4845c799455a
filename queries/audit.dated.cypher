// Citations of documents for which $verdicts tells what is to be said of them: how many of each number, then those of the
// numbers $wanted, in the order of their hundreds, from $offset on; one for each citing and cited document, its first place.
// A verdict is the first and the day after the last date of citing texts that it holds for (10 characters each; a text
// without date has 0000-00-00), its number (4), and the key of the cited document.
// A document that replaces or repeals another one does not rest on it.
// Of everything the way begins at the cited documents, so that each is looked up once; else at the citing ones.
CALL () {
    UNWIND $verdicts AS verdict
    WITH substring(verdict, 24) AS cited,
         collect({since: substring(verdict, 0, 10), until: substring(verdict, 10, 10),
                  number: toInteger(substring(verdict, 20, 4))}) AS verdicts
    CALL (cited) {
        WITH cited WHERE $all
        MATCH (m:Mention {document: cited}) USING INDEX m:Mention(document) WHERE m.state = 'resolved' AND m.embedded = 0
        RETURN m.citing AS citing, min([m.start, m.id]) AS first
        UNION ALL
        WITH cited WHERE NOT $all
        MATCH (m:Mention {document: cited}) WHERE m.citing IN $docs AND m.state = 'resolved' AND m.embedded = 0
        RETURN m.citing AS citing, min([m.start, m.id]) AS first
    }
    MATCH (c:Document {key: citing, ingested: 1})
    WHERE NOT EXISTS { MATCH (c)-[e:REPLACES|REPEALS]->(:Document {key: cited}) WHERE e.closed_at IS NULL }
    UNWIND [v IN verdicts WHERE v.since <= coalesce(c.date, '0000-00-00') < v.until] AS v
    RETURN v.number AS number, count(*) AS n, null AS mention, null AS citing, null AS date, null AS start, null AS cited
    UNION ALL
    WITH 1 AS some WHERE $limit > 0
    UNWIND $verdicts AS verdict
    WITH verdict WHERE substring(verdict, 20, 4) IN $wanted
    WITH substring(verdict, 24) AS key,
         collect({since: substring(verdict, 0, 10), until: substring(verdict, 10, 10),
                  number: toInteger(substring(verdict, 20, 4))}) AS verdicts
    CALL (key) {
        WITH key WHERE $all
        MATCH (m:Mention {document: key}) USING INDEX m:Mention(document) WHERE m.state = 'resolved' AND m.embedded = 0
        RETURN m.citing AS text, min([m.start, m.id]) AS first
        UNION ALL
        WITH key WHERE NOT $all
        MATCH (m:Mention {document: key}) WHERE m.citing IN $docs AND m.state = 'resolved' AND m.embedded = 0
        RETURN m.citing AS text, min([m.start, m.id]) AS first
    }
    MATCH (c:Document {key: text, ingested: 1})
    WHERE NOT EXISTS { MATCH (c)-[e:REPLACES|REPEALS]->(:Document {key: key}) WHERE e.closed_at IS NULL }
    UNWIND [v IN verdicts WHERE v.since <= coalesce(c.date, '0000-00-00') < v.until] AS v
    RETURN v.number AS number, null AS n, first[1] AS mention, text AS citing, c.date AS date, first[0] AS start, key AS cited
    ORDER BY v.number / 100, citing, start, mention
    SKIP $offset LIMIT $limit
}
RETURN number, n, mention, citing, date, start, cited
