SELECT count(*) AS n FROM statement WHERE subject = :key AND type = 'ASSIGNS' AND retracted_at IS NULL
