// The body with the key $name, or the first of $keys.
MATCH (b:Body) WHERE b.key IN $keys + [$name]
RETURN b.key AS key, b.name AS name, b.kind AS kind, b.place AS place, b.regime AS regime
ORDER BY b.key <> $name, key
