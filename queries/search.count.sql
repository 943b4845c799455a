SELECT count(*) AS n FROM document_search WHERE document_search MATCH :match
