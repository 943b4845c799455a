// Citations of documents that are not known or of whose validity nothing is known, one for each: its first place.
CALL () {
    MATCH (c:Document {ingested: 1}) WHERE $all RETURN c
    UNION ALL
    MATCH (c:Document {ingested: 1}) WHERE NOT $all AND c.key IN $docs RETURN c
}
MATCH (m:Mention {citing: c.key})
WHERE m.state IN ['unresolved', 'malformed']
   OR m.state = 'resolved' AND NOT EXISTS { MATCH (:Validity {document: m.document}) }
WITH c, m ORDER BY m.start, m.id
WITH c, coalesce(m.document, m.grp, m.quote) AS named, head(collect(m)) AS m
OPTIONAL MATCH (d:Document {key: m.document})
RETURN m.id AS mention, c.key AS citing, c.symbol AS citing_symbol, c.title AS citing_title, c.date AS date, m.start AS start,
       m.type AS type, coalesce(m.document, m.grp, '') AS cited, coalesce(d.symbol, m.symbol) AS cited_symbol,
       coalesce(d.title, m.name, m.title) AS cited_title, null AS said, null AS settled
ORDER BY citing, start, mention
