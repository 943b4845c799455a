// Tasks written before have no deadlines that run from an event and no one to report to.
MATCH (st:Statement {type: 'ASSIGNS'}) WHERE st.task_text IS NOT NULL AND st.task_event_deadlines IS NULL
SET st.task_event_deadlines = '[]', st.task_reports = '[]';
