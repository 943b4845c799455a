// What rows of the tables that users brought call their documents.
MATCH (v:Validity) WHERE v.origin STARTS WITH 'import:' AND v.law IS NOT NULL
RETURN v.document AS document, v.law AS law
ORDER BY document, v.origin, law
