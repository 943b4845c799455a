// Every place that a live fact of these texts points at, with the words that stand there.
UNWIND $sources AS sha256
CALL (sha256) {
    MATCH (st:Statement {source: sha256}) WHERE st.retracted_at IS NULL
    RETURN 'statement' AS fact, st.id AS at, st.start AS start, st.stop AS stop, st.quote AS quote
    UNION ALL
    MATCH (v:Validity {origin: sha256}) WHERE v.start IS NOT NULL
    RETURN 'validity' AS fact, v.document AS at, v.start AS start, v.stop AS stop, v.source AS quote
}
RETURN sha256 AS source, fact, at, start, stop, quote
ORDER BY source, fact, at
