// Tasks with a deadline that a unit has from several documents which carry out the same one, or from that one itself: where
// their deadlines are not all the same. $docs are the documents whose tasks count, unless $all do.
MATCH (st:Statement {type: 'ASSIGNS'})
WHERE st.retracted_at IS NULL AND st.task_due IS NOT NULL AND ($all OR st.subject IN $docs)
MATCH (c:Document {key: st.subject})
UNWIND COLLECT { MATCH (c)-[e:IMPLEMENTS]->(u:Document) WHERE e.closed_at IS NULL RETURN u.key AS key
                 UNION MATCH (c)<-[e:IMPLEMENTS]-(:Document) WHERE e.closed_at IS NULL RETURN c.key AS key } AS upper
WITH upper, st.object AS unit, collect({c: c, st: st}) AS tasks, count(DISTINCT st.subject) AS documents,
     count(DISTINCT st.task_due) AS days
WHERE documents > 1 AND days > 1
UNWIND tasks AS task
WITH upper, unit, task.c AS c, task.st AS st
RETURN upper, unit, c.key AS subject, st.task_assignee AS assignee, st.task_text AS text, st.task_due AS due,
       c.symbol AS symbol, st.source AS source, st.start AS start, st.stop AS stop, st.quote AS quote, st.id AS statement
ORDER BY upper, unit, subject, start, statement
