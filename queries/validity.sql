SELECT document, in_force_from, ended, scope, ended_by, how_known, source, certainty, act, changed, actor, provisions, kept, start, stop,
       origin, checked, resumed, law
FROM validity
WHERE document IN (SELECT value FROM json_each(:keys))
ORDER BY document, how_known, coalesce(ended, ''), coalesce(scope, ''), origin, coalesce(start, 0)
