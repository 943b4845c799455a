CALL db.index.fulltext.queryNodes('document_search', $lucene) YIELD node
RETURN count(node) AS n
