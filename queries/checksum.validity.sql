SELECT at, in_force_from, how_known, source, certainty, changed, actor, provisions, kept, start, stop, checked, resumed, law
FROM (
    SELECT document || char(31) || origin || char(31) || coalesce(mention, '') || char(31) || coalesce(act, '') || char(31) ||
           coalesce(ended, '') || char(31) || coalesce(scope, '') || char(31) || coalesce(ended_by, '') || char(31) ||
           coalesce(start, '') AS at,
           in_force_from, how_known, source, certainty, changed, actor, provisions, kept, start, stop, checked, resumed, law
    FROM validity
)
WHERE at > :after ORDER BY at LIMIT :limit
