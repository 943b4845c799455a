-- All edges of the types :types, and for :ends what voices say of whole ends: the ending document replaces the ended one;
-- so does what a text says of a later one, which no edge is made of: of two that end each other one is the later.
SELECT e.subject, e.type, e.object
FROM edge e
WHERE e.type IN (SELECT value FROM json_each(:types)) AND e.closed_at IS NULL
UNION
SELECT v.actor, 'REPLACES', v.document
FROM validity v
WHERE :ends AND v.actor IS NOT NULL AND v.ended IS NOT NULL AND coalesce(v.scope, 'whole') <> 'part'
  AND (v.act IS NULL OR v.act IN ('REPLACES', 'REPEALS'))
UNION
SELECT m.citing, m.relation, m.document
FROM mention m
WHERE :ends AND m.state = 'anachronistic' AND m.document IS NOT NULL AND m.relation IN ('REPLACES', 'REPEALS') AND m.embedded = 0
ORDER BY 1, 2, 3
