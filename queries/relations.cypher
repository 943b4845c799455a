// All edges of the types $types, and for $ends what voices say of whole ends: the ending document replaces the ended one;
// so does what a text says of a later one, which no edge is made of: of two that end each other one is the later.
CALL () {
    UNWIND $types AS wanted
    MATCH (s:Document)-[e:$(wanted)]->(o:Document) WHERE e.closed_at IS NULL
    RETURN s.key AS subject, type(e) AS type, o.key AS object
    UNION
    MATCH (v:Validity)
    WHERE $ends AND v.actor IS NOT NULL AND v.ended IS NOT NULL AND coalesce(v.scope, 'whole') <> 'part'
      AND (v.act IS NULL OR v.act IN ['REPLACES', 'REPEALS'])
    RETURN v.actor AS subject, 'REPLACES' AS type, v.document AS object
    UNION
    MATCH (m:Mention {state: 'anachronistic'}) USING INDEX m:Mention(state)
    WHERE $ends AND m.document IS NOT NULL AND m.relation IN ['REPLACES', 'REPEALS'] AND m.embedded = 0
    RETURN m.citing AS subject, m.relation AS type, m.document AS object
}
RETURN subject, type, object
ORDER BY subject, type, object
