// Citations of documents with a known day of effect or end, one for each citing and cited document: its first place.
// A document that replaces or repeals another one does not rest on it.
CALL () {
    MATCH (c:Document {ingested: 1}) WHERE $all RETURN c
    UNION ALL
    MATCH (c:Document {ingested: 1}) WHERE NOT $all AND c.key IN $docs RETURN c
}
MATCH (m:Mention {citing: c.key})
WHERE m.state = 'resolved' AND m.embedded = 0
  AND EXISTS { MATCH (v:Validity {document: m.document}) WHERE v.ended IS NOT NULL OR v.in_force_from IS NOT NULL }
MATCH (d:Document {key: m.document})
WHERE NOT EXISTS { MATCH (c)-[e:REPLACES|REPEALS]->(d) WHERE e.closed_at IS NULL }
WITH c, d, m ORDER BY m.start, m.id
WITH c, d, head(collect(m)) AS m
RETURN m.id AS mention, c.key AS citing, c.symbol AS citing_symbol, c.title AS citing_title, c.date AS date, m.start AS start,
       d.type AS type, d.key AS cited, d.symbol AS cited_symbol, d.title AS cited_title, null AS said, null AS settled
ORDER BY citing, start, mention
