MATCH (m:Mention {state: 'resolved', embedded: 0})
WHERE ($all OR m.citing IN $docs)
  AND EXISTS { MATCH (v:Validity {document: m.document}) WHERE v.ended IS NOT NULL OR v.in_force_from IS NOT NULL }
  AND NOT EXISTS {
      MATCH (:Document {key: m.citing})-[e:REPLACES|REPEALS]->(:Document {key: m.document}) WHERE e.closed_at IS NULL
  }
WITH m ORDER BY m.start, m.id
WITH m.citing AS citing, m.document AS cited, head(collect(m)) AS m
MATCH (c:Document {key: citing})
MATCH (d:Document {key: cited})
RETURN m.id AS mention, citing, c.symbol AS citing_symbol, c.title AS citing_title, c.date AS date, m.start AS start,
       d.type AS type, cited, d.symbol AS cited_symbol, d.title AS cited_title, null AS said, null AS settled
ORDER BY citing, start, mention
