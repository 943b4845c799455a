// Documents of whose validity something is said, or that detail others, from which something may follow for them.
CALL () {
    MATCH (v:Validity) WITH DISTINCT v.document AS said
    MATCH (d:Document {key: said}) RETURN d.key AS key
    UNION
    MATCH (d:Document)-[e:GUIDES]->() WHERE e.closed_at IS NULL RETURN d.key AS key
}
RETURN key ORDER BY key
