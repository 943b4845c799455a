CALL db.index.fulltext.queryNodes('document_search', $match) YIELD node
RETURN count(node) AS n
