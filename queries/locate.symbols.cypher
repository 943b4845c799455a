MATCH (d:Document) WHERE d.symbol IS NOT NULL
RETURN DISTINCT d.symbol AS symbol ORDER BY symbol
