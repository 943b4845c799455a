SELECT id, citing, source, start, stop, quote, type, symbol, number, date, issuer, body, name, title, relation, embedded,
       pinpoint, grp, state, document, reason, confidence, resolver, candidates
FROM mention
WHERE source = :source
ORDER BY start, stop, id
