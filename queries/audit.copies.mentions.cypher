// What some files of the documents $doubled cite and others do not: the first place, and the files that cite it.
MATCH (m:Mention) USING INDEX m:Mention(citing) WHERE m.citing IN $doubled AND m.state <> 'self' AND m.embedded = 0
WITH m, CASE WHEN m.state = 'resolved' THEN m.document ELSE coalesce(m.grp, m.symbol, m.quote) END AS named
ORDER BY m.start, m.id
WITH m.citing AS citing, named, head(collect(m)) AS m, collect(DISTINCT m.source) AS sources
WHERE size(sources) < COUNT { MATCH (s:Source {document: citing}) WHERE s.retracted_at IS NULL }
OPTIONAL MATCH (d:Document {key: m.document})
RETURN citing, m.id AS mention, m.source AS source, m.start AS start, m.type AS type,
       coalesce(m.document, m.grp, '') AS cited, coalesce(d.symbol, m.symbol) AS symbol,
       coalesce(d.title, m.name, m.title) AS title, reduce(all = '', s IN sources | all + ',' + s) AS sources
ORDER BY citing, start, mention
