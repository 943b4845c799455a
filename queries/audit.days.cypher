// How many texts of the scope cite each of the documents $marks names, how many of them are dated, and how many are of a
// day or of a later one, for each of three days: five numbers. A mark is three days (10 characters each) and a key.
// A document that replaces or repeals another one does not rest on it.
// Of everything the way begins at the cited documents and leads through an index alone; so it does when many texts are asked
// for. Else it begins at the citing ones.
UNWIND range(0, size($marks) - 1) AS place
WITH place, $marks[place] AS mark
WITH place, substring(mark, 0, 10) AS a, substring(mark, 10, 10) AS b, substring(mark, 20, 10) AS c, substring(mark, 30) AS cited,
     $all OR size($docs) > 20 AS many
WITH *, COLLECT { MATCH (r:Document)-[e:REPLACES|REPEALS]->(:Document {key: cited}) WHERE e.closed_at IS NULL
                  RETURN r.key } AS replacing
CALL (a, b, c, cited, many, replacing) {
    WITH * WHERE many
    MATCH (m:Mention) USING INDEX SEEK m:Mention(cites, embedded, citing_date, citing)
    WHERE m.cites = cited AND m.embedded = 0 AND m.citing_date >= '0000-00-00' AND m.citing >= ''
      AND ($all OR m.citing IN $docs) AND NOT m.citing IN replacing
    RETURN count(*) AS n, count(CASE WHEN m.citing_date > '0000-00-00' THEN 1 END) AS dated,
           count(CASE WHEN m.citing_date >= a THEN 1 END) AS since_a, count(CASE WHEN m.citing_date >= b THEN 1 END) AS since_b,
           count(CASE WHEN m.citing_date >= c THEN 1 END) AS since_c
    UNION ALL
    WITH * WHERE NOT many
    MATCH (m:Mention) USING INDEX m:Mention(citing)
    WHERE m.citing IN $docs AND m.cites = cited AND m.embedded = 0 AND NOT m.citing IN replacing
    RETURN count(*) AS n, count(CASE WHEN m.citing_date > '0000-00-00' THEN 1 END) AS dated,
           count(CASE WHEN m.citing_date >= a THEN 1 END) AS since_a, count(CASE WHEN m.citing_date >= b THEN 1 END) AS since_b,
           count(CASE WHEN m.citing_date >= c THEN 1 END) AS since_c
}
WITH place, n, dated, since_a, since_b, since_c WHERE n > 0
RETURN place, toString(n) + ' ' + toString(dated) + ' ' + toString(since_a) + ' ' + toString(since_b) + ' ' + toString(since_c) AS counts
ORDER BY place
