// How texts treat the documents $keys: for each of them, relation by relation, how many texts and how many places.
MATCH (d:Document)<-[e]-(c:Document)
WHERE d.key IN $keys AND type(e) IN $types AND e.closed_at IS NULL AND ($all OR c.key IN $docs)
RETURN d.key AS key, type(e) AS type, c.key AS citing, sum(e.statements) AS places
ORDER BY key, type, citing
