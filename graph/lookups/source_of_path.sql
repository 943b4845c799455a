SELECT sha256 FROM source WHERE path = :path AND retracted_at IS NULL ORDER BY sha256
