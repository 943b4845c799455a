// Documents of whose validity several voices tell, or one that gives an end before the beginning.
MATCH (v:Validity)
WITH v.document AS key, count(*) AS voices, min(v.ended) AS ended, max(v.in_force_from) AS begun
WHERE voices > 1 OR ended < begun
RETURN key
ORDER BY key
