// Citations of documents that were issued after the day of the citing text, one for each citing and cited document, its first
// place. The day of issue is that of the cited text; of a document without text that of $issued (10 characters and its key)
// or the year in the key of normative law. A document that replaces or repeals another one does not rest on it.
// The way begins at the cited documents and leads through an index alone, but for some texts and days that no list gives.
CALL () {
    WITH 1 AS whole WHERE $all
    CALL () {
        MATCH (d:Document) WHERE d.ingested = 1 AND d.date IS NOT NULL
        RETURN d.key AS cited, d.date AS first, d.date AS own
        UNION ALL
        MATCH (d:Document) WHERE d.key STARTS WITH 'norm:' AND d.ingested = 0 AND split(d.key, ':')[2] =~ '[12][0-9]{3}'
        RETURN d.key AS cited, split(d.key, ':')[2] + '-01-01' AS first, null AS own
        UNION ALL
        UNWIND $issued AS known
        MATCH (d:Document {key: substring(known, 10)}) WHERE d.ingested = 0
        RETURN d.key AS cited, substring(known, 0, 10) AS first, null AS own
    }
    MATCH (m:Mention) USING INDEX SEEK m:Mention(cites, embedded, citing_date, citing)
    WHERE m.cites = cited AND m.embedded = 0 AND m.citing_date > '0000-00-00' AND m.citing_date < first AND m.citing >= ''
    RETURN m, own
    UNION ALL
    WITH 1 AS some WHERE NOT $all
    MATCH (m:Mention) USING INDEX m:Mention(citing)
    WHERE m.citing IN $docs AND m.cites IS NOT NULL AND m.embedded = 0 AND m.citing_date > '0000-00-00'
    MATCH (d:Document {key: m.cites})
    WITH m, d, split(d.key, ':') AS parts
    WHERE CASE WHEN d.ingested = 1 THEN m.citing_date < d.date
          ELSE parts[0] = 'norm' AND parts[2] =~ '[12][0-9]{3}' AND m.citing_date < parts[2] + '-01-01' END
    RETURN m, CASE WHEN d.ingested = 1 THEN d.date END AS own
    UNION ALL
    WITH 1 AS some WHERE NOT $all
    UNWIND $issued AS known
    MATCH (d:Document {key: substring(known, 10)}) WHERE d.ingested = 0
    MATCH (m:Mention) USING INDEX SEEK m:Mention(cites, embedded, citing_date, citing)
    WHERE m.cites = d.key AND m.embedded = 0 AND m.citing_date > '0000-00-00' AND m.citing_date < substring(known, 0, 10)
      AND m.citing >= '' AND m.citing IN $docs
    RETURN m, null AS own
}
WITH DISTINCT m, own
WHERE NOT EXISTS { MATCH (:Document {key: m.citing})-[e:REPLACES|REPEALS]->(:Document {key: m.cites}) WHERE e.closed_at IS NULL }
RETURN m.id AS mention, m.citing AS citing, m.citing_date AS date, m.start AS start, m.cites AS cited, own
ORDER BY citing, start, mention
