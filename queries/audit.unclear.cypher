// Mentions that fit several documents, that are dated after their text, or that contradict what is settled of the document.
CALL () {
    MATCH (c:Document {ingested: 1}) WHERE $all RETURN c
    UNION ALL
    MATCH (c:Document {ingested: 1}) WHERE NOT $all AND c.key IN $docs RETURN c
}
MATCH (m:Mention {citing: c.key}) WHERE m.state IN ['ambiguous', 'anachronistic', 'resolved']
OPTIONAL MATCH (d:Document {key: m.document})
WITH c, m, d, CASE WHEN m.state <> 'resolved' THEN [{kind: m.state, said: m.date, settled: null}]
    ELSE CASE WHEN m.date <> d.date THEN [{kind: 'date_conflict', said: m.date, settled: d.date}] ELSE [] END
       + CASE WHEN m.symbol <> d.symbol THEN [{kind: 'symbol_conflict', said: m.symbol, settled: d.symbol}] ELSE [] END
    END AS cases
UNWIND cases AS case
WITH c, case, m, d ORDER BY m.start, m.id
WITH c, case.kind AS kind, coalesce(m.document, m.grp, m.quote) AS named, coalesce(case.said, '') AS as_said,
     head(collect({case: case, m: m, d: d})) AS first
WITH c, kind, first.case AS case, first.m AS m, first.d AS d
RETURN kind, m.id AS mention, c.key AS citing, c.symbol AS citing_symbol, c.title AS citing_title, c.date AS date,
       m.start AS start, m.type AS type, coalesce(m.document, m.grp, '') AS cited,
       coalesce(d.symbol, m.symbol) AS cited_symbol, coalesce(d.title, m.name, m.title) AS cited_title,
       case.said AS said, case.settled AS settled
ORDER BY kind, citing, start, mention
