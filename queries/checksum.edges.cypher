// All edges of the next $limit subjects.
CALL () {
    MATCH (s:Document|Body|Place)-[e]->() WHERE e.closed_at IS NULL
    WITH DISTINCT s, coalesce(s.key, s.id) AS at WHERE at > $after
    RETURN s, at ORDER BY at LIMIT $limit
}
MATCH (s)-[e]->(o) WHERE e.closed_at IS NULL
RETURN at, type(e) AS type, coalesce(o.key, o.id) AS object, e.qualifier AS qualifier, e.statements AS statements
ORDER BY at, type, object, qualifier
