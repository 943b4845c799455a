SELECT document, in_force_from, ended, scope, ended_by, how_known, source, certainty
FROM validity
WHERE document IN (SELECT value FROM json_each(:keys))
ORDER BY document, how_known, coalesce(ended, ''), coalesce(scope, ''), origin
