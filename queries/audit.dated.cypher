// Citations of documents about which $verdicts tells something, by citing text and place, from $offset on; one for each citing
// and cited document, its first place. A verdict is the first and the day after the last date of citing texts that it holds
// for (10 characters each; a text without date has 0000-00-00), its number (4), and the key of the cited document.
// A document that replaces or repeals another one does not rest on it. Of everything only the first $texts texts are looked at.
// Of everything the way begins at the cited documents, so that each is looked up once; else at the citing ones.
CALL () {
    MATCH (t:Document) USING INDEX t:Document(key) WHERE t.key >= '' AND t.ingested = 1
    WITH t.key AS key ORDER BY key SKIP $texts LIMIT 1
    RETURN coalesce(head(collect(key)), '\uFFFF') AS end
}
UNWIND $verdicts AS verdict
WITH end, substring(verdict, 24) AS cited,
     collect({since: substring(verdict, 0, 10), until: substring(verdict, 10, 10),
              number: toInteger(substring(verdict, 20, 4))}) AS verdicts
CALL (cited, end) {
    WITH cited, end WHERE $all
    MATCH (m:Mention {document: cited}) USING INDEX m:Mention(document)
    WHERE m.state = 'resolved' AND m.embedded = 0 AND m.citing < end
    RETURN m.citing AS citing, min([m.start, m.id]) AS first
    UNION ALL
    WITH cited WHERE NOT $all
    MATCH (m:Mention {document: cited}) USING INDEX m:Mention(citing)
    WHERE m.citing IN $docs AND m.state = 'resolved' AND m.embedded = 0
    RETURN m.citing AS citing, min([m.start, m.id]) AS first
}
MATCH (c:Document {key: citing, ingested: 1})
WHERE NOT EXISTS { MATCH (c)-[e:REPLACES|REPEALS]->(:Document {key: cited}) WHERE e.closed_at IS NULL }
UNWIND [v IN verdicts WHERE v.since <= coalesce(c.date, '0000-00-00') < v.until] AS v
RETURN v.number AS number, first[1] AS mention, citing, c.date AS date, first[0] AS start, cited
ORDER BY citing, start, mention
SKIP $offset LIMIT $limit
