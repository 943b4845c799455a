SELECT id, citing, source, start, stop, quote, type, symbol, number, date, issuer, body, name, title, relation, embedded, pinpoint, grp,
       state, document, reason, confidence, resolver, candidates
FROM mention
WHERE source IN (SELECT value FROM json_each(:sources))
ORDER BY source, start, id
