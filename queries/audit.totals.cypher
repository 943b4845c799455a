CALL () {
    MATCH (c:Document {ingested: 1}) WHERE $all RETURN c
    UNION ALL
    MATCH (c:Document {ingested: 1}) WHERE NOT $all AND c.key IN $docs RETURN c
}
OPTIONAL MATCH (m:Mention {citing: c.key})
WITH c, m, m.state IN ['unresolved', 'malformed']
        OR m.state = 'resolved' AND NOT EXISTS { MATCH (:Validity {document: m.document}) } AS is_unknown
WITH c, CASE WHEN m.state <> 'self' THEN m END AS citation,
     CASE WHEN is_unknown THEN m.citing + '\u001F' + coalesce(m.document, m.grp, m.quote) END AS named
RETURN count(DISTINCT c) AS documents, count(citation) AS citations, count(DISTINCT named) AS unknown
