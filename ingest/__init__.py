"""From a file to statements: read, normalise, parse, resolve, write."""
