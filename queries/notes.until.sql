-- Whether any ingested document was issued until the day :on.
SELECT EXISTS (SELECT 1 FROM document WHERE date <= :on AND ingested = 1) AS there
