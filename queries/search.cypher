CALL db.index.fulltext.queryNodes('document_search', $match) YIELD node AS d
RETURN d.key AS key, d.title AS title,
       CASE WHEN d.symbol_words = $symbol THEN 0
            WHEN d.symbol_words STARTS WITH $symbol + ' ' THEN 1
            WHEN d.symbol_words STARTS WITH $symbol THEN 2
            WHEN d.title_words = $phrase THEN 3
            WHEN d.title_words CONTAINS $phrase THEN 4
            ELSE 5 END AS tier
ORDER BY tier, d.ingested DESC, coalesce(d.date, '') DESC, d.key
SKIP $offset LIMIT $limit
