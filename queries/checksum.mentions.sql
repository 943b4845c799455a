SELECT id AS at, citing, source, start, stop, quote, type, symbol, number, date, issuer, body, name, title, relation, embedded,
       pinpoint, grp, state, document, reason, confidence, resolver, candidates, citing_date, cites, differs
FROM mention WHERE id > :after ORDER BY id LIMIT :limit
