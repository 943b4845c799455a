// How many texts of the scope cite each of the documents $marks names, how many of them are dated, and how many are of a
// day or of a later one, for each of three days: five numbers. A mark is three days (10 characters each) and a key.
// A document that replaces or repeals another one does not rest on it.
// Of everything the way begins at the cited documents, so that each is looked up once; else at the citing ones.
UNWIND range(0, size($marks) - 1) AS place
WITH place, $marks[place] AS mark, substring($marks[place], 30) AS cited
CALL (cited) {
    WITH cited WHERE $all
    MATCH (m:Mention {document: cited}) USING INDEX m:Mention(document) WHERE m.state = 'resolved' AND m.embedded = 0
    RETURN DISTINCT m.citing AS citing
    UNION ALL
    WITH cited WHERE NOT $all
    MATCH (m:Mention {document: cited}) USING INDEX m:Mention(citing)
    WHERE m.citing IN $docs AND m.state = 'resolved' AND m.embedded = 0
    RETURN DISTINCT m.citing AS citing
}
MATCH (c:Document {key: citing, ingested: 1})
WHERE NOT EXISTS { MATCH (c)-[e:REPLACES|REPEALS]->(:Document {key: cited}) WHERE e.closed_at IS NULL }
WITH place, mark, c.date AS day
WITH place, count(*) AS n, count(day) AS dated,
     count(CASE WHEN day >= substring(mark, 0, 10) THEN 1 END) AS a,
     count(CASE WHEN day >= substring(mark, 10, 10) THEN 1 END) AS b,
     count(CASE WHEN day >= substring(mark, 20, 10) THEN 1 END) AS c
RETURN place, toString(n) + ' ' + toString(dated) + ' ' + toString(a) + ' ' + toString(b) + ' ' + toString(c) AS counts
ORDER BY place
