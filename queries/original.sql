SELECT path, format FROM source WHERE sha256 = :source AND retracted_at IS NULL
