MATCH (p:Place) WHERE p.id > $after
RETURN p.id AS at, p.name AS name, p.kind AS kind, p.level AS level, p.parent AS parent, p.valid_from AS valid_from,
       p.valid_to AS valid_to
ORDER BY at LIMIT $limit
