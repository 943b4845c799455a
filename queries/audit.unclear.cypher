// Mentions that fit several documents, that are dated after their text, or that contradict what is settled of the document.
CALL () {
    WITH 1 AS whole WHERE $all
    MATCH (m:Mention) WHERE m.state IN ['ambiguous', 'anachronistic'] RETURN m
    UNION ALL
    WITH 1 AS whole WHERE $all
    MATCH (m:Mention {differs: 1}) RETURN m
    UNION ALL
    WITH 1 AS some WHERE NOT $all
    MATCH (m:Mention) USING INDEX m:Mention(citing)
    WHERE m.citing IN $docs AND (m.differs = 1 OR m.state IN ['ambiguous', 'anachronistic'])
    RETURN m
}
MATCH (c:Document {key: m.citing, ingested: 1})
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
RETURN kind, m.id AS mention, c.key AS citing, c.date AS date, m.start AS start, m.type AS type,
       coalesce(m.document, m.grp, '') AS cited, coalesce(d.symbol, m.symbol) AS symbol,
       coalesce(d.title, m.name, m.title) AS title, case.said AS said, case.settled AS settled,
       m.candidates AS candidates
ORDER BY kind, citing, start, mention
