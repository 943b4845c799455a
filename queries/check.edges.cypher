// Open edges that have not as many live statements as they count, and live statements whose edge is not open.
CALL () {
    MATCH (s)-[e]->(o) WHERE e.closed_at IS NULL
    WITH coalesce(s.key, s.id) AS subject, type(e) AS type, coalesce(o.key, o.id) AS object, e.qualifier AS qualifier,
         e.statements AS counted
    WITH subject, type, object, qualifier, counted, COUNT {
        MATCH (st:Statement {subject: subject, type: type, object: object}) USING INDEX st:Statement(subject, type, object)
        WHERE st.qualifier = qualifier AND st.retracted_at IS NULL
    } AS found
    WHERE found <> counted
    RETURN subject, type, object, qualifier, counted, found
    UNION ALL
    MATCH (st:Statement) WHERE st.retracted_at IS NULL
    WITH st.subject AS subject, st.type AS type, st.object AS object, st.qualifier AS qualifier, count(*) AS found
    WHERE NOT EXISTS {
            MATCH (:Document {key: subject})-[e]->(o:Document|Body {key: object})
            WHERE type(e) = type AND e.qualifier = qualifier AND e.closed_at IS NULL
        }
        AND NOT EXISTS {
            MATCH (:Body {key: subject})-[e]->(o:Place|Body)
            WHERE type(e) = type AND e.qualifier = qualifier AND e.closed_at IS NULL AND object IN [o.key, o.id]
        }
        AND NOT EXISTS {
            MATCH (:Place {id: subject})-[e]->(o:Place {id: object})
            WHERE type(e) = type AND e.qualifier = qualifier AND e.closed_at IS NULL
        }
    RETURN subject, type, object, qualifier, 0 AS counted, found
}
RETURN subject, type, object, qualifier, counted, found
ORDER BY subject, type, object, qualifier LIMIT $limit
