// The documents that texts refer to, weighed by how: $weights gives a weight for each type of edge, as "IMPLEMENTS 4".
// $docs are the texts that count, unless $all do.
UNWIND $weights AS weight
WITH split(weight, ' ')[0] AS kind, toInteger(split(weight, ' ')[1]) AS n
CALL (kind, n) {
    WITH kind, n WHERE $all
    MATCH (:Document)-[e:$(kind)]->(d:Document) WHERE e.closed_at IS NULL
    RETURN d, sum(n) AS part
    UNION ALL
    WITH kind, n WHERE NOT $all
    UNWIND $docs AS text
    MATCH (:Document {key: text})-[e:$(kind)]->(d:Document) WHERE e.closed_at IS NULL
    RETURN d, sum(n) AS part
}
WITH d.key AS key, sum(part) AS score ORDER BY score DESC, key
WITH collect({key: key, score: score}) AS ranked
UNWIND ranked[$offset..$offset + $limit] AS row
RETURN row.key AS key, row.score AS score, size(ranked) AS total
ORDER BY score DESC, key
