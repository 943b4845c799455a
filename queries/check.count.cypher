MATCH (s:Source) WHERE s.retracted_at IS NULL
RETURN count(*) AS n
