SELECT d.key, d.title,
       CASE WHEN d.symbol_words = :symbol THEN 0
            WHEN substr(d.symbol_words, 1, length(:symbol) + 1) = :symbol || ' ' THEN 1
            WHEN substr(d.symbol_words, 1, length(:symbol)) = :symbol THEN 2
            WHEN d.title_words = :phrase THEN 3
            WHEN instr(d.title_words, :phrase) > 0 THEN 4
            ELSE 5 END AS tier
FROM document_search f JOIN document d ON d.id = f.rowid
WHERE document_search MATCH :match
ORDER BY tier, d.ingested DESC, coalesce(d.date, '') DESC, d.key
LIMIT :limit OFFSET :offset
