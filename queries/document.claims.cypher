MATCH (c:Claim {node: $key}) WHERE c.mentions > 0
RETURN c.field AS field, c.value AS value, c.mentions AS n
ORDER BY field, n DESC, value
