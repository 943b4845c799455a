CALL () {
    MATCH (d:Document)
    RETURN d.key AS key, d.label AS label, d.symbol AS symbol, d.type AS type, d.title AS title, d.issuer AS issuer,
           d.level AS level, d.date AS date, d.ingested AS ingested
    UNION ALL
    MATCH (b:Body)
    RETURN b.key AS key, 'Body' AS label, null AS symbol, b.kind AS type, b.name AS title, null AS issuer, b.level AS level,
           null AS date, null AS ingested
    UNION ALL
    MATCH (p:Place)
    RETURN p.id AS key, 'Place' AS label, null AS symbol, p.kind AS type, p.name AS title, null AS issuer, p.level AS level,
           null AS date, null AS ingested
}
RETURN key, label, symbol, type, title, issuer, level, date, ingested
ORDER BY key, label
