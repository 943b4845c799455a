SELECT pages FROM source WHERE sha256 = :source
