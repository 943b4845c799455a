MATCH (d:Document) WHERE d.key IN $keys AND d.provisional = 0
RETURN d.key AS key, d.ingested AS ingested ORDER BY key
