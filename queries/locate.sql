SELECT 'key' AS how, key, symbol, type, title, issuer, date, NULL AS path
FROM document WHERE key = :name
UNION ALL
SELECT 'symbol', key, symbol, type, title, issuer, date, NULL
FROM document WHERE symbol_words = :symbol AND :symbol <> ''
UNION ALL
SELECT 'file', d.key, d.symbol, d.type, d.title, d.issuer, d.date, s.path
FROM source s JOIN document d ON d.key = s.document
WHERE s.sha256 IN (SELECT sha256 FROM source WHERE path = :name AND retracted_at IS NULL
                   UNION SELECT sha256 FROM source WHERE file = :file AND retracted_at IS NULL)
UNION ALL
SELECT 'title', key, symbol, type, title, issuer, date, NULL
FROM document WHERE title_words = :title AND :title <> ''
ORDER BY how, key, path
