SELECT sha256, path, format, size, text FROM source WHERE document = :key AND retracted_at IS NULL ORDER BY sha256
