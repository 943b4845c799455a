// Mentions beside which another date is kept than their text has, that differ wrongly or not from what they cite, and those
// that do not stand, or stand wrongly, for all places where their text cites a document.
CALL () {
    MATCH (d:Document)
    MATCH (m:Mention {citing: d.key}) USING INDEX m:Mention(citing)
    WHERE m.citing_date IS NULL OR m.citing_date <> coalesce(d.date, '0000-00-00')
    RETURN 'citing_date' AS fault, m.id AS at, m.citing_date AS kept, coalesce(d.date, '0000-00-00') AS found
    UNION ALL
    MATCH (d:Document)
    MATCH (m:Mention {document: d.key}) USING INDEX m:Mention(document)
    WHERE (coalesce(m.differs, 0) = 1)
          <> (m.state = 'resolved' AND (coalesce(m.date <> d.date, false) OR coalesce(m.symbol <> d.symbol, false)))
    RETURN 'differs' AS fault, m.id AS at, toString(m.differs) AS kept, d.key AS found
    UNION ALL
    MATCH (d:Document {ingested: 1})
    CALL (d) {
        MATCH (m:Mention {citing: d.key}) USING INDEX m:Mention(citing)
        WITH m ORDER BY m.embedded, m.start, m.id
        WITH CASE WHEN m.state = 'resolved' THEN m.document END AS document, collect(m) AS mentions
        UNWIND range(0, size(mentions) - 1) AS place
        WITH mentions[place] AS m, CASE place WHEN 0 THEN document END AS first
        WHERE coalesce(m.cites, '') <> coalesce(first, '')
        RETURN m, first
    }
    RETURN 'cites' AS fault, m.id AS at, m.cites AS kept, first AS found
}
RETURN fault, at, kept, found
ORDER BY fault, at LIMIT $limit
