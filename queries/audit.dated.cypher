// Citations of documents about which $verdicts tells something, by citing text and place, from $offset on; one for each citing
// and cited document, its first place. A verdict is the first and the day after the last date of citing texts that it holds
// for (10 characters each; a text without date has 0000-00-00), its number (4), and the key of the cited document.
// A document that replaces or repeals another one does not rest on it. Of everything only the first $texts texts are looked at.
// Where $sparing, those that $spared names are left out: the number (4), the keys of citing and cited document, U+001F between.
// Of everything the way begins at the cited documents and leads through an index alone; so it does when many texts are asked
// for. Else it begins at the citing ones.
CALL () {
    MATCH (t:Document) USING INDEX t:Document(key) WHERE t.key >= '' AND t.ingested = 1
    WITH t.key AS key ORDER BY key SKIP $texts LIMIT 1
    RETURN coalesce(head(collect(key)), '\uFFFF') AS end
}
UNWIND $verdicts AS verdict
WITH end, substring(verdict, 0, 10) AS since, substring(verdict, 10, 10) AS until,
     toInteger(substring(verdict, 20, 4)) AS number, substring(verdict, 24) AS cited, $all OR size($docs) > 20 AS many
WITH *, COLLECT { MATCH (r:Document)-[e:REPLACES|REPEALS]->(:Document {key: cited}) WHERE e.closed_at IS NULL
                  RETURN r.key } AS replacing
CALL (cited, since, until, end, many, replacing) {
    WITH * WHERE many
    MATCH (m:Mention) USING INDEX SEEK m:Mention(cites, embedded, citing_date, citing)
    WHERE m.cites = cited AND m.embedded = 0 AND m.citing_date >= since AND m.citing_date < until
      AND m.citing >= '' AND (NOT $all OR m.citing < end) AND ($all OR m.citing IN $docs) AND NOT m.citing IN replacing
    RETURN m
    UNION ALL
    WITH * WHERE NOT many
    MATCH (m:Mention) USING INDEX m:Mention(citing)
    WHERE m.citing IN $docs AND m.cites = cited AND m.embedded = 0 AND m.citing_date >= since AND m.citing_date < until
      AND NOT m.citing IN replacing
    RETURN m
}
WITH * WHERE NOT $sparing
  OR NOT right('000' + toString(number), 4) + m.citing + '\u001F' + cited IN $spared
RETURN number, m.id AS mention, m.citing AS citing, CASE WHEN m.citing_date > '0000-00-00' THEN m.citing_date END AS date,
       m.start AS start, cited
ORDER BY citing, start, mention
SKIP $offset LIMIT $limit
