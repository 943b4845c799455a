// Whether any ingested document was issued until the day $on.
RETURN CASE WHEN EXISTS { MATCH (d:Document) USING INDEX d:Document(date) WHERE d.date <= $on AND d.ingested = 1 } THEN 1 ELSE 0 END AS there
