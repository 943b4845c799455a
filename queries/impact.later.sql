-- Whether any document was issued after the day :on.
SELECT EXISTS (SELECT 1 FROM document WHERE date > :on) AS later
