// How many documents are ingested, how many of them were issued after the day $on, and the earliest date.
MATCH (d:Document {ingested: 1})
RETURN count(*) AS documents, sum(CASE WHEN d.date > $on THEN 1 ELSE 0 END) AS later, min(d.date) AS first
