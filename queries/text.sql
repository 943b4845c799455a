SELECT s.sha256, s.text
FROM document d JOIN source s ON s.sha256 = d.source
WHERE d.key = :key
