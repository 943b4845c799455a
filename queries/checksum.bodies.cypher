MATCH (b:Body) WHERE b.key > $after
RETURN b.key AS at, b.name AS name, b.kind AS kind, b.level AS level, b.place AS place, b.parent AS parent, b.regime AS regime
ORDER BY at LIMIT $limit
