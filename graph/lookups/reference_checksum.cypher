MATCH (r:Reference {origin: $origin}) RETURN r.checksum AS checksum
