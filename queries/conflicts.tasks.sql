-- Tasks with a deadline that a unit has from several documents which carry out the same one, or from that one itself: where
-- their deadlines are not all the same. :docs are the documents whose tasks count, unless :all do.
WITH above AS (
    SELECT e.subject AS document, e.object AS upper FROM edge e WHERE e.type = 'IMPLEMENTS' AND e.closed_at IS NULL
    UNION
    SELECT e.object, e.object FROM edge e WHERE e.type = 'IMPLEMENTS' AND e.closed_at IS NULL
), due AS MATERIALIZED (
    SELECT a.upper, t.unit, t.subject, t.statement, t.assignee, t.text, t.due
    FROM task t JOIN above a ON a.document = t.subject
    WHERE t.due IS NOT NULL AND (:all OR t.subject IN (SELECT value FROM json_each(:docs)))
), several AS MATERIALIZED (
    SELECT upper, unit FROM due GROUP BY upper, unit HAVING count(DISTINCT subject) > 1 AND count(DISTINCT due) > 1
)
SELECT d.upper, d.unit, d.subject, d.assignee, d.text, d.due, c.symbol, s.source, s.start, s.stop, s.quote, s.id AS statement
FROM several w
JOIN due d ON d.upper = w.upper AND d.unit = w.unit
JOIN statement s ON s.id = d.statement AND s.retracted_at IS NULL
JOIN document c ON c.key = d.subject
ORDER BY d.upper, d.unit, d.subject, s.start, s.id
