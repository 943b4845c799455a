MATCH (v:Validity) WHERE v.document IN $keys
WITH v ORDER BY v.document, v.how_known, coalesce(v.ended, ''), coalesce(v.scope, ''), v.origin, coalesce(v.start, 0)
RETURN v.document AS document, v.in_force_from AS in_force_from, v.ended AS ended, v.scope AS scope, v.ended_by AS ended_by,
       v.how_known AS how_known, v.source AS source, v.certainty AS certainty, v.act AS act, v.changed AS changed,
       v.actor AS actor, v.provisions AS provisions, v.kept AS kept, v.start AS start, v.stop AS stop, v.origin AS origin,
       v.checked AS checked, v.resumed AS resumed, v.law AS law
