-- What rows of the tables that users brought call their documents.
SELECT document, law
FROM validity
WHERE origin >= 'import:' AND origin < 'import;' AND law IS NOT NULL
ORDER BY document, origin, law
