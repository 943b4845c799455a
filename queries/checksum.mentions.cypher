MATCH (m:Mention) WHERE m.id > $after
RETURN m.id AS at, m.citing AS citing, m.source AS source, m.start AS start, m.stop AS stop, m.quote AS quote, m.type AS type,
       m.symbol AS symbol, m.number AS number, m.date AS date, m.issuer AS issuer, m.body AS body, m.name AS name,
       m.title AS title, m.relation AS relation, m.embedded AS embedded, m.pinpoint AS pinpoint, m.grp AS grp, m.state AS state,
       m.document AS document, m.reason AS reason, m.confidence AS confidence, m.resolver AS resolver,
       m.candidates AS candidates, m.citing_date AS citing_date, m.cites AS cites, m.differs AS differs
ORDER BY at LIMIT $limit
