-- All edges of the types :types, and for :ends what voices say of whole ends: the ending document replaces the ended one.
SELECT e.subject, e.type, e.object
FROM edge e
WHERE e.type IN (SELECT value FROM json_each(:types)) AND e.closed_at IS NULL
UNION
SELECT v.actor, 'REPLACES', v.document
FROM validity v
WHERE :ends AND v.actor IS NOT NULL AND v.ended IS NOT NULL AND coalesce(v.scope, 'whole') <> 'part'
  AND (v.act IS NULL OR v.act IN ('REPLACES', 'REPEALS'))
ORDER BY 1, 2, 3
