// What is kept beside a mention of the documents at both its ends, see graph/citing.py: an audit of everything reads indexes of
// this and no document.
MATCH (m:Mention) WHERE m.citing_date IS NULL
CALL (m) {
    OPTIONAL MATCH (d:Document {key: m.citing})
    SET m.citing_date = coalesce(d.date, '0000-00-00')
} IN TRANSACTIONS OF 10000 ROWS;
MATCH (d:Document {ingested: 1})
CALL (d) {
    MATCH (m:Mention {citing: d.key}) WHERE m.state = 'resolved'
    WITH m ORDER BY m.embedded, m.start, m.id
    WITH m.document AS document, head(collect(m)) AS first
    SET first.cites = document
} IN TRANSACTIONS OF 1000 ROWS;
MATCH (d:Document)
CALL (d) {
    MATCH (m:Mention {document: d.key}) WHERE m.state = 'resolved' AND (m.date <> d.date OR m.symbol <> d.symbol)
    SET m.differs = 1
} IN TRANSACTIONS OF 1000 ROWS;
CREATE INDEX mention_differs IF NOT EXISTS FOR (n:Mention) ON (n.differs);
CREATE INDEX mention_cites IF NOT EXISTS FOR (n:Mention) ON (n.cites, n.embedded, n.citing_date, n.citing);
