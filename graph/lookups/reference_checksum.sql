SELECT checksum FROM reference WHERE origin = :origin
