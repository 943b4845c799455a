-- Documents of whose validity several voices tell, or one that gives an end before the beginning.
SELECT document AS key
FROM validity
GROUP BY document
HAVING count(*) > 1 OR min(ended) < max(in_force_from)
ORDER BY document
