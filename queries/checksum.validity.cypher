MATCH (v:Validity)
WITH v, v.document + '\u001F' + v.origin + '\u001F' + coalesce(v.mention, '') + '\u001F' + coalesce(v.act, '') + '\u001F' +
     coalesce(v.ended, '') + '\u001F' + coalesce(v.scope, '') + '\u001F' + coalesce(v.ended_by, '') + '\u001F' +
     coalesce(toString(v.start), '') AS at
WHERE at > $after
RETURN at, v.in_force_from AS in_force_from, v.how_known AS how_known, v.source AS source, v.certainty AS certainty,
       v.changed AS changed, v.actor AS actor, v.provisions AS provisions, v.kept AS kept, v.start AS start, v.stop AS stop,
       v.checked AS checked, v.resumed AS resumed, v.law AS law
ORDER BY at LIMIT $limit
