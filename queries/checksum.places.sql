SELECT id AS at, name, kind, level, parent, valid_from, valid_to
FROM place WHERE id > :after ORDER BY id LIMIT :limit
