CALL () {
    MATCH (d:Document {key: $name}) RETURN 'key' AS how, d, null AS path
    UNION ALL
    MATCH (d:Document {symbol_words: $symbol}) WHERE $symbol <> '' RETURN 'symbol' AS how, d, null AS path
    UNION ALL
    MATCH (s:Source {path: $name}) WHERE s.retracted_at IS NULL
    MATCH (d:Document {key: s.document}) RETURN 'file' AS how, d, s.path AS path
    UNION ALL
    MATCH (s:Source {file: $file}) WHERE s.path <> $name AND s.retracted_at IS NULL
    MATCH (d:Document {key: s.document}) RETURN 'file' AS how, d, s.path AS path
    UNION ALL
    MATCH (d:Document {title_words: $title}) WHERE $title <> '' RETURN 'title' AS how, d, null AS path
}
RETURN how, d.key AS key, d.symbol AS symbol, d.type AS type, d.title AS title, d.issuer AS issuer, d.date AS date, path
ORDER BY how, key, path
