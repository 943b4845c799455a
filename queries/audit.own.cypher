// Citations whose text has done something to the cited document: for each of $pairs, the key of a cited document and, behind
// U+001F, the key of the acting one or the words of its symbol. One for each citing and cited document, its first place.
// A document that replaces or repeals another one does not rest on it.
UNWIND $pairs AS pair
WITH split(pair, '\u001F') AS named
CALL (named) {
    MATCH (d:Document {key: named[1]}) WHERE d.ingested = 1 RETURN d
    UNION
    MATCH (d:Document {symbol_words: named[1]}) WHERE d.ingested = 1 RETURN d
}
WITH DISTINCT named[0] AS cited, d WHERE $all OR d.key IN $docs
MATCH (m:Mention) USING INDEX SEEK m:Mention(cites, embedded, citing_date, citing)
WHERE m.cites = cited AND m.embedded = 0 AND m.citing_date = coalesce(d.date, '0000-00-00') AND m.citing = d.key
  AND NOT EXISTS { MATCH (d)-[e:REPLACES|REPEALS]->(:Document {key: cited}) WHERE e.closed_at IS NULL }
RETURN m.id AS mention, m.citing AS citing, d.symbol AS symbol, d.date AS date, m.start AS start, cited
ORDER BY citing, start, mention
