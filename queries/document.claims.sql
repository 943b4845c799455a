SELECT field, value, mentions AS n FROM claim
WHERE node = :key AND mentions > 0
ORDER BY field, mentions DESC, value
