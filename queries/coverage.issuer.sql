-- Where the issuer of the document :key sits, and the day of the document.
SELECT d.key, d.level, coalesce(d.place, b.place) AS place, d.date, d.regime
FROM document d LEFT JOIN body b ON b.key = d.body
WHERE d.key = :key
