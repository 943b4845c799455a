-- How many documents are ingested, how many of them were issued after the day :on, and the earliest date.
SELECT count(*) AS documents, count(*) FILTER (WHERE date > :on) AS later, min(date) AS first
FROM document
WHERE ingested = 1
