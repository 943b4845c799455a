SELECT id, citing, source, start, stop, quote, type, symbol, number, date, issuer, body, name, title, relation, embedded, pinpoint, grp,
       state, document, reason, confidence, resolver, candidates
FROM mention
WHERE grp IN (SELECT value FROM json_each(:groups)) AND date IS NULL AND reason NOT IN (SELECT value FROM json_each(:settled))
ORDER BY source, start, id
