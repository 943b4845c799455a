SELECT count(*) AS n FROM source WHERE retracted_at IS NULL
