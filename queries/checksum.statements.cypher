MATCH (st:Statement) WHERE st.retracted_at IS NULL AND st.id > $after
RETURN st.id AS at, st.subject AS subject, st.type AS type, st.object AS object, st.qualifier AS qualifier, st.source AS source,
       st.start AS start, st.stop AS stop, st.quote AS quote, st.cue AS cue, st.extractor AS extractor,
       st.confidence AS confidence, st.mention AS mention, st.pinpoint AS pinpoint, st.task_text AS task_text,
       st.task_assignee AS task_assignee, st.task_roles AS task_roles, st.task_deadlines AS task_deadlines,
       st.task_recurrence AS task_recurrence, st.task_part AS task_part,
       st.task_event_deadlines AS task_event_deadlines, st.task_reports AS task_reports
ORDER BY at LIMIT $limit
