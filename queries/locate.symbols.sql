SELECT DISTINCT symbol FROM document WHERE symbol IS NOT NULL ORDER BY symbol
