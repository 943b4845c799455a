MATCH (s)-[e]->(o) WHERE e.closed_at IS NULL
RETURN coalesce(s.key, s.id) AS source, coalesce(o.key, o.id) AS target, type(e) AS type, e.qualifier AS qualifier,
       e.statements AS statements
ORDER BY source, target, type, qualifier
