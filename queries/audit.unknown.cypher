MATCH (m:Mention)
WHERE ($all OR m.citing IN $docs)
  AND (m.state IN ['unresolved', 'malformed']
       OR m.state = 'resolved' AND NOT EXISTS { MATCH (:Validity {document: m.document}) })
WITH m ORDER BY m.start, m.id
WITH m.citing AS citing, coalesce(m.document, m.grp, m.quote) AS named, head(collect(m)) AS m
MATCH (c:Document {key: citing})
OPTIONAL MATCH (d:Document {key: m.document})
RETURN m.id AS mention, citing, c.symbol AS citing_symbol, c.title AS citing_title, c.date AS date, m.start AS start,
       m.type AS type, coalesce(m.document, m.grp, '') AS cited, coalesce(d.symbol, m.symbol) AS cited_symbol,
       coalesce(d.title, m.name, m.title) AS cited_title, null AS said, null AS settled
ORDER BY citing, start, mention
