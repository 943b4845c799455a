SELECT text, pages FROM source WHERE sha256 = :sha256 AND retracted_at IS NULL
