MATCH (m:Mention)
WHERE m.grp IN $groups AND m.date IS NULL AND NOT m.reason IN $settled
RETURN m.id AS id, m.citing AS citing, m.source AS source, m.start AS start, m.stop AS stop, m.quote AS quote, m.type AS type,
       m.symbol AS symbol, m.number AS number, m.date AS date, m.issuer AS issuer, m.body AS body, m.name AS name, m.title AS title,
       m.relation AS relation, m.embedded AS embedded, m.pinpoint AS pinpoint, m.grp AS grp, m.state AS state, m.document AS document,
       m.reason AS reason, m.confidence AS confidence, m.resolver AS resolver, m.candidates AS candidates
ORDER BY source, start, id
