// Whether any document was issued after the day $on.
RETURN CASE WHEN EXISTS { MATCH (d:Document) USING INDEX d:Document(date) WHERE d.date > $on } THEN 1 ELSE 0 END AS later
